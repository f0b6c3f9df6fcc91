// Products of matrices that fit into the caches, without the cost of a call to a large library.
//
// Every entry is one chain of fused additions from the first term to the last, so that the blocks, which follow the
// number of registers, leave no trace in the bits.
#pragma once

#define TILE_ROWS 4
#if defined(WIDE_TILES)
#define TILE_VECTORS 4
#else
#define TILE_VECTORS 1
#endif
#define PANEL (TILE_VECTORS * LANES)
// The terms of one pass; a panel of the second matrix with so many rows stays in the nearest cache.
#define DEPTH 128

typedef struct {
  const double *first;
  size_t row, column;
} Operand;

typedef struct {
  double *first;
  size_t row;
  // How much of the last vector of a tile is there.
  size_t last;
  double scale;
  int adds;
} Target;

INLINE void store_tile(Vector *total, int rows, int vectors, Target c) {
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
    for (int vector = 0; vector < vectors; vector++) {
      double *place = c.first + row * c.row + vector * LANES;
      Vector sum = total[row * vectors + vector] * all(c.scale);
      if (vector + 1 < vectors || c.last == LANES) {
        store(place, c.adds ? load(place) + sum : sum);
      } else {
        for (size_t lane = 0; lane < c.last; lane++) place[lane] = c.adds ? place[lane] + sum[lane] : sum[lane];
      }
    }
  }
}

// A few rows by a few vectors, kept in registers.
INLINE void tile(int rows, int vectors, Operand a, const double *b, size_t b_row, size_t depth, Target c) {
  Vector total[TILE_ROWS * TILE_VECTORS];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows * vectors; i++) total[i] = all(0);
  for (size_t k = 0; k < depth; k++, b += b_row) {
    Vector right[TILE_VECTORS];
#pragma clang loop unroll(full)
    for (int vector = 0; vector < vectors; vector++) right[vector] = load(b + vector * LANES);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      Vector left = all(a.first[row * a.row + k * a.column]);
#pragma clang loop unroll(full)
      for (int vector = 0; vector < vectors; vector++)
        total[row * vectors + vector] = fused(left, right[vector], total[row * vectors + vector]);
    }
  }
  store_tile(total, rows, vectors, c);
}

INLINE void tiles_down(int vectors, Operand a, const double *b, size_t b_row, size_t depth, Target c, size_t rows) {
  size_t row = 0;
  for (; row + TILE_ROWS <= rows; row += TILE_ROWS) {
    tile(TILE_ROWS, vectors, a, b, b_row, depth, c);
    a.first += TILE_ROWS * a.row;
    c.first += TILE_ROWS * c.row;
  }
  for (; row < rows; row++) {
    tile(1, vectors, a, b, b_row, depth, c);
    a.first += a.row;
    c.first += c.row;
  }
}

// A panel of the second matrix copied so that its rows are contiguous, and filled up with zeros.
static void pack(Operand b, size_t depth, size_t columns, double *panel) {
  size_t width = (columns + LANES - 1) / LANES * LANES;
  if (b.column == 1) {
    for (size_t k = 0; k < depth; k++)
      for (size_t j = 0; j < width; j++) panel[k * width + j] = j < columns ? b.first[k * b.row + j] : 0;
    return;
  }
  for (size_t j = 0; j < width; j++)
    for (size_t k = 0; k < depth; k++)
      panel[k * width + j] = j < columns ? b.first[k * b.row + j * b.column] : 0;
}

static void panel_product(Operand a, Operand b, Target c, size_t rows, size_t columns, size_t depth) {
  double panel[DEPTH * PANEL] __attribute__((aligned(64)));
  size_t vectors = (columns + LANES - 1) / LANES;
  const double *right = b.first;
  size_t right_row = b.row;
  if (b.column != 1 || columns % LANES != 0) {
    pack(b, depth, columns, panel);
    right = panel;
    right_row = vectors * LANES;
  }
  c.last = columns - (vectors - 1) * LANES;
  switch (vectors) {
#if TILE_VECTORS == 4
  case 4: tiles_down(4, a, right, right_row, depth, c, rows); break;
  case 3: tiles_down(3, a, right, right_row, depth, c, rows); break;
  case 2: tiles_down(2, a, right, right_row, depth, c, rows); break;
#endif
  default: tiles_down(1, a, right, right_row, depth, c, rows);
  }
}

static void matrix_product(const ProductLayout *layout, const double *a, const double *b, double *c) {
  size_t inner = layout->inner;
  for (size_t k = 0; k == 0 || k < inner; k += DEPTH) {
    size_t depth = inner - k < DEPTH ? inner - k : DEPTH;
    for (size_t j = 0; j < layout->columns; j += PANEL) {
      size_t columns = layout->columns - j < PANEL ? layout->columns - j : PANEL;
      Operand left = {a + k * layout->a_column, layout->a_row, layout->a_column};
      Operand right = {b + k * layout->b_row + j * layout->b_column, layout->b_row, layout->b_column};
      Target target = {c + j, layout->c_row, 0, layout->scale, layout->adds || k > 0};
      panel_product(left, right, target, layout->rows, columns, depth);
    }
  }
}
