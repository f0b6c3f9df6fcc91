// Loops over the distances between points, and over the edges of graphs.
#pragma once
#include <stddef.h>
#include <stdint.h>

// The squared distances of points, one a row, to tiles of 32 others that lie coordinate after coordinate.
// The distances of a point begin at a multiple of result_stride, 32 a tile.
void vector_squared_distances(const double *points, size_t point_count, size_t width, const double *tiles,
                              size_t tile_count, double *result, size_t result_stride);
// The first place from `start` on whose number is below the limit; `count` for none.
size_t vector_find_below(const double *x, size_t start, size_t count, double limit);

// The edges of a neighbour graph to lay out, and when each is due next.
typedef struct {
  const int32_t *heads, *tails;
  const float *periods;
  float *next, *next_negative;
  size_t count;
} LayoutEdges;

// The curve 1 / (1 + a d^2b), the weight of repulsion, the number of points that repel per edge, the learning rate.
typedef struct {
  float a, b, repulsion, negatives, rate;
} LayoutForces;

// Moves the positions (at most 64 dimensions) along all edges that are due; `random` is sixteen words, none of them 0.
void vector_layout_epoch(float *positions, size_t points, size_t dimensions, const LayoutEdges *edges, float epoch,
                         const LayoutForces *forces, uint32_t *random);
// result = product · A x + own · x + earlier · result, for a sparse A and a block of columns side by side.
// The width of the block is a multiple of 8.
void vector_sparse_recurrence(const int64_t *row_starts, const int32_t *columns, const double *entries, size_t rows,
                              const double *x, size_t width, double product, double own, double earlier,
                              double *result);
