// The kernels of geometry, for the table of all.
#pragma once
#include "GeometryKernels.h"

#define EACH_GEOMETRY_KERNEL(KERNEL) EACH_NEIGHBOUR(KERNEL) EACH_LAYOUT(KERNEL)

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
