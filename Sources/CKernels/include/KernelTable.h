// One set of kernels: the same functions, compiled for one generation of the machine.
#pragma once
#include <stddef.h>

#include "GeometryKernelTable.h"
#include "NetworkKernelTable.h"

// Every kernel: KERNEL(type of the result, name, parameters, arguments).
#define EACH_KERNEL(KERNEL)                                                                                        \
  EACH_MAP(KERNEL) EACH_COMBINATION(KERNEL) EACH_UPDATE(KERNEL) EACH_REDUCTION(KERNEL)                            \
  EACH_COLUMN_REDUCTION(KERNEL) EACH_NETWORK_KERNEL(KERNEL) EACH_GEOMETRY_KERNEL(KERNEL)

#define MAP_KERNEL(KERNEL, name) KERNEL(void, name, (const double *x, double *result, size_t count), (x, result, count))
#define EACH_MAP(KERNEL)                                                                                           \
  MAP_KERNEL(KERNEL, negate)                                                                                       \
  MAP_KERNEL(KERNEL, absolute)                                                                                     \
  MAP_KERNEL(KERNEL, square)                                                                                       \
  MAP_KERNEL(KERNEL, square_root)                                                                                  \
  MAP_KERNEL(KERNEL, reciprocal)                                                                                   \
  MAP_KERNEL(KERNEL, exponential)                                                                                  \
  MAP_KERNEL(KERNEL, logarithm)                                                                                    \
  MAP_KERNEL(KERNEL, hyperbolic_tangent)                                                                           \
  MAP_KERNEL(KERNEL, sigmoid)                                                                                      \
  MAP_KERNEL(KERNEL, rectify)                                                                                      \
  MAP_KERNEL(KERNEL, sign)                                                                                         \
  MAP_KERNEL(KERNEL, sine)                                                                                         \
  MAP_KERNEL(KERNEL, cosine)

#define COMBINATION_KERNEL(KERNEL, name)                                                                           \
  KERNEL(void, name, (const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count), \
         (x, x_step, y, y_step, result, count))
#define EACH_COMBINATION(KERNEL)                                                                                   \
  COMBINATION_KERNEL(KERNEL, add)                                                                                  \
  COMBINATION_KERNEL(KERNEL, subtract)                                                                             \
  COMBINATION_KERNEL(KERNEL, multiply)                                                                             \
  COMBINATION_KERNEL(KERNEL, divide)                                                                               \
  COMBINATION_KERNEL(KERNEL, maximum)                                                                              \
  COMBINATION_KERNEL(KERNEL, minimum)                                                                              \
  COMBINATION_KERNEL(KERNEL, rectified_slope)                                                                      \
  COMBINATION_KERNEL(KERNEL, hyperbolic_tangent_slope)                                                             \
  COMBINATION_KERNEL(KERNEL, sigmoid_slope)                                                                        \
  COMBINATION_KERNEL(KERNEL, larger_share)                                                                         \
  COMBINATION_KERNEL(KERNEL, equality)

#define EACH_UPDATE(KERNEL)                                                                                        \
  KERNEL(void, accumulate, (double scale, const double *x, double *result, size_t count),                         \
         (scale, x, result, count))                                                                                \
  KERNEL(void, affine, (double scale, double shift, const double *x, double *result, size_t count),                \
         (scale, shift, x, result, count))                                                                         \
  KERNEL(void, power, (double exponent, const double *x, double *result, size_t count),                            \
         (exponent, x, result, count))

#define EACH_REDUCTION(KERNEL)                                                                                     \
  KERNEL(double, sum, (const double *x, size_t count), (x, count))                                                 \
  KERNEL(double, dot, (const double *x, const double *y, size_t count), (x, y, count))                             \
  KERNEL(double, mean, (const double *x, size_t count), (x, count))                                                \
  KERNEL(double, squares_about_mean, (const double *x, size_t count), (x, count))                                  \
  KERNEL(double, norm, (const double *x, size_t count), (x, count))                                                \
  KERNEL(double, largest, (const double *x, size_t count), (x, count))                                             \
  KERNEL(double, log_sum_exp, (const double *x, size_t count), (x, count))                                         \
  KERNEL(double, shifted_exponential, (double shift, const double *x, double *result, size_t count),              \
         (shift, x, result, count))

#define COLUMN_KERNEL(KERNEL, name)                                                                                \
  KERNEL(void, name, (const double *x, size_t rows, size_t columns, double *result), (x, rows, columns, result))
#define EACH_COLUMN_REDUCTION(KERNEL)                                                                              \
  COLUMN_KERNEL(KERNEL, column_sums)                                                                               \
  COLUMN_KERNEL(KERNEL, column_means)                                                                              \
  COLUMN_KERNEL(KERNEL, column_squares_about_means)                                                                \
  COLUMN_KERNEL(KERNEL, column_largest)                                                                            \
  COLUMN_KERNEL(KERNEL, column_log_sum_exp)

#define DECLARE_POINTER(type, name, parameters, arguments) type(*name) parameters;
typedef struct {
  const char *instructions;
  EACH_KERNEL(DECLARE_POINTER)
} KernelTable;

// The kernels for an instruction set, "AVX-512", "AVX2" or "baseline"; null where the machine does not have it.
const KernelTable *vector_kernels(const char *instructions);
