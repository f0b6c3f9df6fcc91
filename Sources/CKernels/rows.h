// Operations along the rows of a matrix: softmax, cross-entropy, normalisation.
#pragma once

// How much of a row its place allows: everything, or with a mask only what is not after the row itself.
INLINE size_t visible(size_t row, size_t columns, size_t mask_period) {
  if (mask_period == 0) return columns;
  size_t count = row % mask_period + 1;
  return count < columns ? count : columns;
}

INLINE void scale_row(double factor, double *x, size_t count) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) store(x + i, load(x + i) * all(factor));
  if (i < count) store_some(x + i, load_some(x + i, count - i, 0) * all(factor), count - i);
}

static void softmax(const double *x, size_t rows, size_t columns, size_t mask_period, double *result) {
  for (size_t row = 0; row < rows; row++, x += columns, result += columns) {
    size_t count = visible(row, columns, mask_period);
    double total = shifted_exponential(largest(x, count), x, result, count);
    scale_row(1.0 / total, result, count);
    for (size_t i = count; i < columns; i++) result[i] = 0;
  }
}

// result = p (g − Σ g p), row by row: the derivative of softmax, of which p is the result, along g.
static void softmax_slope(const double *p, const double *g, size_t rows, size_t columns, double *result) {
  for (size_t row = 0; row < rows; row++, p += columns, g += columns, result += columns) {
    Vector mean = all(dot(p, g, columns));
    size_t i = 0;
    for (; i + LANES <= columns; i += LANES) store(result + i, load(p + i) * (load(g + i) - mean));
    for (; i < columns; i++) result[i] = p[i] * (g[i] - mean[0]);
  }
}

static double sum_of_exponentials(double shift, const double *x, size_t count) {
  Vector total = all(0);
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) total += exponential_of(load(x + i) - all(shift));
  if (i < count) total += exponential_of(load_some(x + i, count - i, -INFINITY) - all(shift));
  return sum_of_lanes(total);
}

// log Σ e^x, less the shift.
INLINE double shifted_log_sum(double shift, const double *x, size_t count) {
  return logarithm_of(all(sum_of_exponentials(shift, x, count)))[0];
}

static void log_softmax(const double *x, size_t rows, size_t columns, double *result) {
  for (size_t row = 0; row < rows; row++, x += columns, result += columns) {
    double shift = largest(x, columns);
    double rest = shifted_log_sum(shift, x, columns);
    for (size_t i = 0; i < columns; i++) result[i] = (x[i] - shift) - rest;
  }
}

// The mean over the rows of log Σ e^x − x[label]; the labels are known to be columns.
static double cross_entropy(const double *x, const double *labels, size_t rows, size_t columns) {
  if (columns <= NARROW) return narrow_cross_entropy(x, labels, rows, columns) / (double)rows;
  double total = 0;
  for (size_t row = 0; row < rows; row++, x += columns) {
    double shift = largest(x, columns);
    total += shifted_log_sum(shift, x, columns) + (shift - x[(size_t)labels[row]]);
  }
  return total / (double)rows;
}

// scale (softmax(x) − one-hot(label)), row by row.
static void cross_entropy_slope(double scale, const double *x, const double *labels, size_t rows, size_t columns,
                                double *result) {
  if (columns <= NARROW) return narrow_cross_entropy_slope(scale, x, labels, rows, columns, result);
  for (size_t row = 0; row < rows; row++, x += columns, result += columns) {
    double factor = scale / shifted_exponential(largest(x, columns), x, result, columns);
    scale_row(factor, result, columns);
    result[(size_t)labels[row]] -= scale;
  }
}

typedef struct {
  double mean, inverse_deviation;
} Spread;

// Two passes: the deviations are taken from the mean itself, so that a large mean costs no digits.
INLINE Spread spread_of(double epsilon, const double *x, size_t count) {
  Vector total = all(0);
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) total += load(x + i);
  double rest = 0;
  for (; i < count; i++) rest += x[i];
  double mean = (sum_of_lanes(total) + rest) / (double)count;
  double variance = squared_deviations(mean, x, count) / (double)count;
  return (Spread){mean, 1.0 / sqrt(variance + epsilon)};
}

// gain (x − mean) / √(variance + epsilon) + bias, row by row.
static void layer_norm(double epsilon, const double *x, const double *gain, const double *bias, size_t rows,
                       size_t columns, double *result) {
  for (size_t row = 0; row < rows; row++, x += columns, result += columns) {
    Spread spread = spread_of(epsilon, x, columns);
    Vector mean = all(spread.mean), scale = all(spread.inverse_deviation);
    size_t i = 0;
    for (; i + LANES <= columns; i += LANES)
      store(result + i, fused((load(x + i) - mean) * scale, load(gain + i), load(bias + i)));
    for (; i < columns; i++) result[i] = fma((x[i] - mean[0]) * scale[0], gain[i], bias[i]);
  }
}

static void standardize(double epsilon, const double *x, size_t rows, size_t columns, double *result) {
  for (size_t row = 0; row < rows; row++, x += columns, result += columns) {
    Spread spread = spread_of(epsilon, x, columns);
    Vector mean = all(spread.mean), scale = all(spread.inverse_deviation);
    size_t i = 0;
    for (; i + LANES <= columns; i += LANES) store(result + i, (load(x + i) - mean) * scale);
    for (; i < columns; i++) result[i] = (x[i] - mean[0]) * scale[0];
  }
}

static void inverse_deviation(double epsilon, const double *x, size_t rows, size_t columns, double *result) {
  for (size_t row = 0; row < rows; row++)
    result[row] = spread_of(epsilon, x + row * columns, columns).inverse_deviation;
}

// (g − mean g − z mean(g z)) / √(variance + epsilon) with z = (x − mean) / √(variance + epsilon), row by row.
static void standardization_slope(double epsilon, const double *x, const double *g, size_t rows, size_t columns,
                                  double *result) {
  for (size_t row = 0; row < rows; row++, x += columns, g += columns, result += columns) {
    Spread spread = spread_of(epsilon, x, columns);
    Vector mean = all(spread.mean), scale = all(spread.inverse_deviation);
    Vector total = all(0), product = all(0);
    size_t i = 0;
    for (; i + LANES <= columns; i += LANES) {
      Vector slope = load(g + i);
      total += slope;
      product = fused((load(x + i) - mean) * scale, slope, product);
    }
    double total_rest = 0, product_rest = 0;
    for (; i < columns; i++) {
      total_rest += g[i];
      product_rest = fma((x[i] - mean[0]) * scale[0], g[i], product_rest);
    }
    Vector mean_slope = all((sum_of_lanes(total) + total_rest) / (double)columns);
    Vector mean_product = all((sum_of_lanes(product) + product_rest) / (double)columns);
    for (i = 0; i + LANES <= columns; i += LANES) {
      Vector z = (load(x + i) - mean) * scale;
      store(result + i, fused(-z, mean_product, load(g + i) - mean_slope) * scale);
    }
    for (; i < columns; i++) {
      double z = (x[i] - mean[0]) * scale[0];
      result[i] = fma(-z, mean_product[0], g[i] - mean_slope[0]) * scale[0];
    }
  }
}
