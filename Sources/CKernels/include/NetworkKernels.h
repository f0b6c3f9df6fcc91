// Loops of neural networks: activations, rows of probabilities, normalisation, optimisers, small products.
#pragma once
#include <stddef.h>

// Φ(x), the share of the normal distribution below x, to within 4 units in the last place down to 1e-300.
void vector_normal_distribution(const double *x, double *result, size_t count);
// e^(−x²/2) / √(2π).
void vector_normal_density(const double *x, double *result, size_t count);
// x Φ(x).
void vector_gelu(const double *x, double *result, size_t count);
// (Φ(x) + x φ(x)) y
void vector_gelu_slope(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count);

// e^x / Σ e^x along each row. Row r sees only the first r modulo `mask_period`, plus 1, columns, unless the period is 0.
void vector_softmax(const double *x, size_t rows, size_t columns, size_t mask_period, double *result);
// p (g − Σ g p) along each row.
void vector_softmax_slope(const double *p, const double *g, size_t rows, size_t columns, double *result);
// x − log Σ e^x along each row.
void vector_log_softmax(const double *x, size_t rows, size_t columns, double *result);
// The mean over the rows of log Σ e^x − x[label]. Labels are whole numbers below the number of columns.
double vector_cross_entropy(const double *x, const double *labels, size_t rows, size_t columns);
// scale · (softmax(x) − one-hot(label)) along each row.
void vector_cross_entropy_slope(double scale, const double *x, const double *labels, size_t rows, size_t columns,
                                double *result);

// gain (x − mean) / √(variance + epsilon) + bias along each row, with the variance of the population.
void vector_layer_norm(double epsilon, const double *x, const double *gain, const double *bias, size_t rows,
                       size_t columns, double *result);
// (x − mean) / √(variance + epsilon) along each row.
void vector_standardize(double epsilon, const double *x, size_t rows, size_t columns, double *result);
// 1 / √(variance + epsilon) of each row.
void vector_inverse_deviation(double epsilon, const double *x, size_t rows, size_t columns, double *result);
// (g − mean g − z mean(g z)) / √(variance + epsilon) along each row, z being x standardised.
void vector_standardization_slope(double epsilon, const double *x, const double *g, size_t rows, size_t columns,
                                  double *result);

// memory = decay · memory + scale · gradient, then x −= rate · memory; looking ahead,
// x −= rate · (scale · gradient + decay · memory).
void vector_momentum_step(double rate, double decay, double scale, int looks_ahead, const double *gradient,
                          double *memory, double *x, size_t count);

typedef struct {
  double rate;
  // By which x is multiplied before the step: below 1 with decoupled weight decay.
  double shrinkage;
  double gradient_scale;
  double mean_decay, square_decay;
  // 1 / (1 − decay to the power of the step).
  double mean_correction, square_correction;
  double epsilon;
} AdamStep;

// mean and square = decay · itself + (1 − decay) · g and g²; x = shrinkage · x − rate · corrected mean / (√corrected
// square + epsilon).
void vector_adam_step(const AdamStep *step, const double *gradient, double *mean, double *square, double *x,
                      size_t count);

typedef struct {
  size_t rows, columns, inner;
  // How far apart neighbours of a column and of a row are in each operand; rows of the others are contiguous.
  size_t a_row, a_column, b_row, b_column, start_row, c_row;
  double scale;
} ProductLayout;

// c = scale · a b, plus `start` unless that is null, for matrices that fit into the caches. `start` may be `c`, or with a
// `start_row` of 0 a single row that is added to each.
void vector_matrix_product(const ProductLayout *layout, const double *a, const double *b, const double *start,
                           double *c);
