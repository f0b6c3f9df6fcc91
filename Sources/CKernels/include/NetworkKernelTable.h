// The kernels of neural networks, in the form of KernelTable.h.
#pragma once
#include "NetworkKernels.h"

#define EACH_NETWORK_KERNEL(KERNEL)                                                                                \
  EACH_ACTIVATION(KERNEL) EACH_ROW_KERNEL(KERNEL) EACH_NORM_KERNEL(KERNEL) EACH_STEP(KERNEL)                       \
  KERNEL(void, matrix_product,                                                                                     \
         (const ProductLayout *layout, const double *a, const double *b, const double *start, double *c),          \
         (layout, a, b, start, c))

#define EACH_ACTIVATION(KERNEL)                                                                                    \
  MAP_KERNEL(KERNEL, normal_distribution)                                                                          \
  MAP_KERNEL(KERNEL, normal_density)                                                                               \
  MAP_KERNEL(KERNEL, gelu)                                                                                         \
  COMBINATION_KERNEL(KERNEL, gelu_slope)

#define EACH_ROW_KERNEL(KERNEL)                                                                                    \
  KERNEL(void, softmax, (const double *x, size_t rows, size_t columns, size_t mask_period, double *result),       \
         (x, rows, columns, mask_period, result))                                                                  \
  KERNEL(void, softmax_slope, (const double *p, const double *g, size_t rows, size_t columns, double *result),    \
         (p, g, rows, columns, result))                                                                            \
  KERNEL(void, log_softmax, (const double *x, size_t rows, size_t columns, double *result),                       \
         (x, rows, columns, result))                                                                               \
  KERNEL(double, cross_entropy, (const double *x, const double *labels, size_t rows, size_t columns),             \
         (x, labels, rows, columns))                                                                               \
  KERNEL(void, cross_entropy_slope,                                                                                \
         (double scale, const double *x, const double *labels, size_t rows, size_t columns, double *result),      \
         (scale, x, labels, rows, columns, result))

#define EACH_NORM_KERNEL(KERNEL)                                                                                   \
  KERNEL(void, layer_norm,                                                                                         \
         (double epsilon, const double *x, const double *gain, const double *bias, size_t rows, size_t columns,   \
          double *result),                                                                                         \
         (epsilon, x, gain, bias, rows, columns, result))                                                          \
  KERNEL(void, standardize, (double epsilon, const double *x, size_t rows, size_t columns, double *result),       \
         (epsilon, x, rows, columns, result))                                                                      \
  KERNEL(void, inverse_deviation, (double epsilon, const double *x, size_t rows, size_t columns, double *result), \
         (epsilon, x, rows, columns, result))                                                                      \
  KERNEL(void, standardization_slope,                                                                              \
         (double epsilon, const double *x, const double *g, size_t rows, size_t columns, double *result),         \
         (epsilon, x, g, rows, columns, result))

#define EACH_STEP(KERNEL)                                                                                          \
  KERNEL(void, momentum_step,                                                                                      \
         (double rate, double decay, double scale, int looks_ahead, const double *gradient, double *memory,       \
          double *x, size_t count),                                                                                \
         (rate, decay, scale, looks_ahead, gradient, memory, x, count))                                            \
  KERNEL(void, adam_step,                                                                                          \
         (const AdamStep *step, const double *gradient, double *mean, double *square, double *x, size_t count),   \
         (step, gradient, mean, square, x, count))
