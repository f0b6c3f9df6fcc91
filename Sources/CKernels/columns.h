// Each column of a matrix into one number, eight columns side by side.
#pragma once

INLINE Vector row_part(const double *x, size_t width) { return width == LANES ? load(x) : load_some(x, width, 0); }

INLINE Mask is_finite(Vector v) { return (v - v) == all(0.0); }

INLINE Vector column_sum_scaled(const double *x, size_t rows, size_t columns, size_t width, double scale) {
  CompensatedSum total = {all(0), all(0)};
  for (size_t row = 0; row < rows; row++) add_term(&total, row_part(x + row * columns, width) * all(scale));
  Vector corrected = total.sum + total.error;
  return choose(corrected != corrected, total.sum, corrected);
}

INLINE Vector column_sum(const double *x, size_t rows, size_t columns, size_t width) {
  Vector sum = column_sum_scaled(x, rows, columns, width, 1);
  if (__builtin_reduce_and(is_finite(sum))) return sum;
  Vector scaled = column_sum_scaled(x, rows, columns, width, SMALL_SCALE) * all(1 / SMALL_SCALE);
  return choose(is_finite(sum), sum, scaled);
}

INLINE Vector column_mean(const double *x, size_t rows, size_t columns, size_t width) {
  Vector mean = column_sum_scaled(x, rows, columns, width, 1) / all((double)rows);
  if (__builtin_reduce_and(is_finite(mean))) return mean;
  Vector scaled = column_sum_scaled(x, rows, columns, width, SMALL_SCALE) / all((double)rows);
  return choose(is_finite(mean), mean, scaled * all(1 / SMALL_SCALE));
}

INLINE Vector column_squares(const double *x, size_t rows, size_t columns, size_t width) {
  Vector centre = column_mean(x, rows, columns, width), squares = all(0), rest = all(0);
  for (size_t row = 0; row < rows; row++) {
    Vector deviation = row_part(x + row * columns, width) - centre;
    squares = fused(deviation, deviation, squares);
    rest += deviation;
  }
  Vector corrected = squares - rest * rest / all((double)rows);
  return choose(corrected < all(0.0), all(0.0), corrected);
}

INLINE Vector column_top(const double *x, size_t rows, size_t columns, size_t width) {
  Vector top = all(-INFINITY);
  for (size_t row = 0; row < rows; row++) {
    Vector v = row_part(x + row * columns, width);
    top = choose((v > top) | (v != v), v, top);
  }
  return top;
}

INLINE Vector column_log_sum(const double *x, size_t rows, size_t columns, size_t width) {
  Vector top = column_top(x, rows, columns, width);
  CompensatedSum rest = {all(0), all(0)};
  // The first largest of each column is left out: its term is exactly 1.
  Mask found = {};
  for (size_t row = 0; row < rows; row++) {
    Vector v = row_part(x + row * columns, width);
    Mask first = (v == top) & ~found;
    found |= first;
    add_term(&rest, choose(first, all(0.0), exponential_of(v - top)));
  }
  return choose(is_finite(top), top + logarithm_of_one_plus(rest.sum + rest.error), top);
}

#define COLUMN_REDUCTION(name, reduction)                                                                          \
  static void name(const double *x, size_t rows, size_t columns, double *result) {                                 \
    size_t c = 0;                                                                                                  \
    for (; c + LANES <= columns; c += LANES) store(result + c, reduction(x + c, rows, columns, LANES));            \
    size_t width = columns - c;                                                                                    \
    if (width > 0) store_some(result + c, reduction(x + c, rows, columns, width), width);                          \
  }

COLUMN_REDUCTION(column_sums, column_sum)
COLUMN_REDUCTION(column_means, column_mean)
COLUMN_REDUCTION(column_squares_about_means, column_squares)
COLUMN_REDUCTION(column_largest, column_top)
COLUMN_REDUCTION(column_log_sum_exp, column_log_sum)
