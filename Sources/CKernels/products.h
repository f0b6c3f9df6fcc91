// Products of matrices that fit into the caches, without the cost of a call to a large library.
//
// Every entry is one chain of fused additions from the first term to the last, so that the blocks, which follow the
// number of registers, leave no trace in the bits.
#pragma once

// As many sums as the registers hold beside the numbers that enter them.
#if defined(WIDE_TILES)
#define TILE_ROWS 6
#define TILE_VECTORS 4
#else
#define TILE_ROWS 4
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
  // What the product is added to, if anything.
  const double *start;
  size_t start_row;
  // How much of the last vector of a tile is there.
  size_t last;
  double scale;
} Target;

INLINE void store_tile(const Vector *total, int rows, int vectors, Target c) {
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
    for (int vector = 0; vector < vectors; vector++) {
      size_t width = vector + 1 < vectors ? LANES : c.last;
      double *place = c.first + row * c.row + vector * LANES;
      const double *start = c.start + row * c.start_row + vector * LANES;
      Vector sum = total[row * vectors + vector] * all(c.scale);
      if (width == LANES) {
        store(place, c.start ? load(start) + sum : sum);
      } else {
        store_some(place, c.start ? load_some(start, width, 0) + sum : sum, width);
      }
    }
  }
}

INLINE void move_down(Operand *a, Target *c, size_t rows) {
  a->first += rows * a->row;
  c->first += rows * c->row;
  if (c->start) c->start += rows * c->start_row;
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
  for (; rows >= TILE_ROWS; rows -= TILE_ROWS) {
    tile(TILE_ROWS, vectors, a, b, b_row, depth, c);
    move_down(&a, &c, TILE_ROWS);
  }
  if (TILE_ROWS > 4 && rows >= 4) {
    tile(4, vectors, a, b, b_row, depth, c);
    move_down(&a, &c, 4);
    rows -= 4;
  }
  if (rows >= 2) {
    tile(2, vectors, a, b, b_row, depth, c);
    move_down(&a, &c, 2);
    rows -= 2;
  }
  if (rows) tile(1, vectors, a, b, b_row, depth, c);
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

// A single row by columns that are contiguous: nothing is gained by copying them.
static void row_product(const ProductLayout *layout, const double *a, const double *b, const double *start, double *c) {
  for (size_t j = 0; j < layout->columns; j++) {
    double product = layout->scale * dot(a, b + j * layout->b_column, layout->inner);
    c[j] = start ? start[j] + product : product;
  }
}

static void matrix_product(const ProductLayout *layout, const double *a, const double *b, const double *start,
                           double *c) {
  size_t inner = layout->inner;
  if (layout->rows == 1 && layout->a_column == 1 && layout->b_row == 1)
    return row_product(layout, a, b, start, c);
  for (size_t k = 0; k == 0 || k < inner; k += DEPTH) {
    size_t depth = inner - k < DEPTH ? inner - k : DEPTH;
    const double *base = k > 0 ? c : start;
    size_t base_row = k > 0 ? layout->c_row : layout->start_row;
    for (size_t j = 0; j < layout->columns; j += PANEL) {
      size_t columns = layout->columns - j < PANEL ? layout->columns - j : PANEL;
      Operand left = {a + k * layout->a_column, layout->a_row, layout->a_column};
      Operand right = {b + k * layout->b_row + j * layout->b_column, layout->b_row, layout->b_column};
      Target target = {c + j, layout->c_row, base ? base + j : base, base_row, 0, layout->scale};
      panel_product(left, right, target, layout->rows, columns, depth);
    }
  }
}
