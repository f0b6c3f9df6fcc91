// Each column of a matrix into one number, eight columns side by side.
#pragma once

// Part of a matrix: so many of its columns, all rows.
typedef struct {
  const double *start, *end;
  size_t rows, columns, width;
} Columns;

// The part of a row. Lanes beyond the width hold what follows, while there is enough of it, and are not looked at.
INLINE Vector row_part(Columns part, size_t row) {
  const double *x = part.start + row * part.columns;
  return part.width == LANES || part.end - x >= LANES ? load(x) : load_some(x, part.width, 0);
}

INLINE Mask is_finite(Vector v) { return (v - v) == all(0.0); }

INLINE Vector column_sum_scaled(Columns part, double scale) {
  CompensatedSum total = {all(0), all(0)};
  for (size_t row = 0; row < part.rows; row++) add_term(&total, row_part(part, row) * all(scale));
  Vector corrected = total.sum + total.error;
  return choose(corrected != corrected, total.sum, corrected);
}

INLINE Vector column_sum(Columns part) {
  Vector sum = column_sum_scaled(part, 1);
  if (__builtin_reduce_and(is_finite(sum))) return sum;
  Vector scaled = column_sum_scaled(part, SMALL_SCALE) * all(1 / SMALL_SCALE);
  return choose(is_finite(sum), sum, scaled);
}

INLINE Vector column_mean(Columns part) {
  Vector mean = column_sum_scaled(part, 1) / all((double)part.rows);
  if (__builtin_reduce_and(is_finite(mean))) return mean;
  Vector scaled = column_sum_scaled(part, SMALL_SCALE) / all((double)part.rows);
  return choose(is_finite(mean), mean, scaled * all(1 / SMALL_SCALE));
}

INLINE Vector column_squares(Columns part) {
  Vector centre = column_mean(part), squares = all(0), rest = all(0);
  for (size_t row = 0; row < part.rows; row++) {
    Vector deviation = row_part(part, row) - centre;
    squares = fused(deviation, deviation, squares);
    rest += deviation;
  }
  Vector corrected = squares - rest * rest / all((double)part.rows);
  return choose(corrected < all(0.0), all(0.0), corrected);
}

INLINE Vector column_top(Columns part) {
  Vector top = all(-INFINITY);
  for (size_t row = 0; row < part.rows; row++) {
    Vector v = row_part(part, row);
    top = choose((v > top) | (v != v), v, top);
  }
  return top;
}

INLINE Vector column_log_sum(Columns part) {
  Vector top = column_top(part);
  CompensatedSum rest = {all(0), all(0)};
  // The first largest of each column is left out: its term is exactly 1.
  Mask found = {};
  for (size_t row = 0; row < part.rows; row++) {
    Vector v = row_part(part, row);
    Mask first = (v == top) & ~found;
    found |= first;
    add_term(&rest, choose(first, all(0.0), exponential_of(v - top)));
  }
  return choose(is_finite(top), top + logarithm_of_one_plus(rest.sum + rest.error), top);
}

#define COLUMN_REDUCTION(name, reduction)                                                                          \
  static void name(const double *x, size_t rows, size_t columns, double *result) {                                 \
    Columns part = {x, x + rows * columns, rows, columns, LANES};                                                  \
    size_t c = 0;                                                                                                  \
    for (; c + LANES <= columns; c += LANES, part.start += LANES) store(result + c, reduction(part));              \
    part.width = columns - c;                                                                                      \
    if (part.width > 0) store_some(result + c, reduction(part), part.width);                                       \
  }

COLUMN_REDUCTION(column_sums, column_sum)
COLUMN_REDUCTION(column_means, column_mean)
COLUMN_REDUCTION(column_squares_about_means, column_squares)
COLUMN_REDUCTION(column_largest, column_top)
COLUMN_REDUCTION(column_log_sum_exp, column_log_sum)
