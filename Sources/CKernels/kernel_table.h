// One set of kernels: the same functions, compiled for one generation of the machine.
#pragma once
#include <stddef.h>

#include "CKernels.h"

// Every kernel: KERNEL(type of the result, name, parameters, arguments).
#define EACH_KERNEL(KERNEL)                                                                                        \
  EACH_MAP(KERNEL) EACH_COMBINATION(KERNEL) EACH_UPDATE(KERNEL) EACH_REDUCTION(KERNEL)                                  \
  EACH_NEIGHBOUR(KERNEL) EACH_LAYOUT(KERNEL)

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
  MAP_KERNEL(KERNEL, rectify)

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
  COMBINATION_KERNEL(KERNEL, rectified_slope)

#define EACH_UPDATE(KERNEL)                                                                                        \
  KERNEL(void, accumulate, (double scale, const double *x, double *result, size_t count),                         \
         (scale, x, result, count))                                                                                \
  KERNEL(void, affine, (double scale, double shift, const double *x, double *result, size_t count),               \
         (scale, shift, x, result, count))

#define EACH_REDUCTION(KERNEL)                                                                                     \
  KERNEL(double, sum, (const double *x, size_t count), (x, count))                                                 \
  KERNEL(double, dot, (const double *x, const double *y, size_t count), (x, y, count))                             \
  KERNEL(double, squared_deviations, (double centre, const double *x, size_t count), (centre, x, count))          \
  KERNEL(double, largest, (const double *x, size_t count), (x, count))                                             \
  KERNEL(double, shifted_exponential, (double shift, const double *x, double *result, size_t count),              \
         (shift, x, result, count))

#define EACH_NEIGHBOUR(KERNEL)                                                                                     \
  KERNEL(void, squared_distances,                                                                                  \
         (const double *points, size_t point_count, size_t width, const double *tiles, size_t tile_count,          \
          double *result, size_t result_stride),                                                                   \
         (points, point_count, width, tiles, tile_count, result, result_stride))                                   \
  KERNEL(size_t, find_below, (const double *x, size_t start, size_t count, double limit), (x, start, count, limit))

#define EACH_LAYOUT(KERNEL)                                                                                        \
  KERNEL(void, layout_epoch,                                                                                       \
         (float *positions, size_t points, size_t dimensions, const LayoutEdges *edges, float epoch,               \
          const LayoutForces *forces, uint32_t *random),                                                           \
         (positions, points, dimensions, edges, epoch, forces, random))                                            \
  KERNEL(void, sparse_recurrence,                                                                                  \
         (const int64_t *row_starts, const int32_t *columns, const double *entries, size_t rows, const double *x,  \
          size_t width, double product, double own, double earlier, double *result),                               \
         (row_starts, columns, entries, rows, x, width, product, own, earlier, result))

#define DECLARE_POINTER(type, name, parameters, arguments) type(*name) parameters;
typedef struct {
  const char *instructions;
  EACH_KERNEL(DECLARE_POINTER)
} KernelTable;

extern const KernelTable baseline_kernels;
#if defined(__x86_64__)
extern const KernelTable avx2_kernels;
extern const KernelTable avx512_kernels;
#endif
