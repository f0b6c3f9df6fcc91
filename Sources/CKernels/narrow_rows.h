// Rows of few numbers, eight rows side by side: each lane is a row.
#pragma once

#define NARROW 16

// One column of eight rows; where fewer are left, the last is repeated.
INLINE Vector column_of_rows(const double *x, size_t columns, size_t rows) {
  Vector column;
  for (size_t lane = 0; lane < LANES; lane++) column[lane] = x[(lane < rows ? lane : rows - 1) * columns];
  return column;
}

typedef struct {
  Vector exponentials[NARROW];
  Vector shift, total;
} NarrowRows;

// e^(x − shift) with the largest of each row as its shift, and their sums.
INLINE void exponentials_of_rows(const double *x, size_t columns, size_t rows, NarrowRows *block) {
  Vector top = all(-INFINITY);
  for (size_t j = 0; j < columns; j++) {
    Vector v = block->exponentials[j] = column_of_rows(x + j, columns, rows);
    top = choose((v > top) | (v != v), v, top);
  }
  Vector total = all(0);
  for (size_t j = 0; j < columns; j++) total += block->exponentials[j] = exponential_of(block->exponentials[j] - top);
  block->shift = top;
  block->total = total;
}

// The sum over the rows of log Σ e^x − x[label].
static double narrow_cross_entropy(const double *x, const double *labels, size_t rows, size_t columns) {
  double sum = 0;
  NarrowRows block;
  for (size_t row = 0; row < rows; row += LANES, x += LANES * columns) {
    size_t count = rows - row < LANES ? rows - row : LANES;
    exponentials_of_rows(x, columns, count, &block);
    Vector logarithm = logarithm_of(block.total);
    for (size_t lane = 0; lane < count; lane++)
      sum += logarithm[lane] + (block.shift[lane] - x[lane * columns + (size_t)labels[row + lane]]);
  }
  return sum;
}

// scale (softmax(x) − one-hot(label)), row by row.
static void narrow_cross_entropy_slope(double scale, const double *x, const double *labels, size_t rows,
                                       size_t columns, double *result) {
  NarrowRows block;
  for (size_t row = 0; row < rows; row += LANES, x += LANES * columns, result += LANES * columns) {
    size_t count = rows - row < LANES ? rows - row : LANES;
    exponentials_of_rows(x, columns, count, &block);
    Vector factor = all(scale) / block.total;
    for (size_t j = 0; j < columns; j++) {
      Vector share = block.exponentials[j] * factor;
      for (size_t lane = 0; lane < count; lane++) result[lane * columns + j] = share[lane];
    }
    for (size_t lane = 0; lane < count; lane++) result[lane * columns + (size_t)labels[row + lane]] -= scale;
  }
}
