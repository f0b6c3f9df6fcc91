// Loops over contiguous doubles, each compiled for several generations of the machine and chosen when the program starts.
//
// The same bits on every machine: sums run over eight lanes in a fixed order whatever the width of the vector unit,
// and a product is fused with a sum only where the source says so.
#pragma once
#include <stddef.h>
#include <stdint.h>

// The instruction set in use: "AVX-512", "AVX2" or "baseline".
const char *vector_instructions(void);

// result[i] = f(x[i]); `result` may be `x`.
void vector_negate(const double *x, double *result, size_t count);
void vector_absolute(const double *x, double *result, size_t count);
void vector_square(const double *x, double *result, size_t count);
void vector_square_root(const double *x, double *result, size_t count);
void vector_reciprocal(const double *x, double *result, size_t count);
// e to the power of x, to within 1 unit in the last place; 0 below −745.13, infinity above 709.78.
void vector_exponential(const double *x, double *result, size_t count);
// The natural logarithm, to within 1 unit in the last place; −infinity at 0, NaN below.
void vector_logarithm(const double *x, double *result, size_t count);
void vector_hyperbolic_tangent(const double *x, double *result, size_t count);
// 1 / (1 + e to the power of −x).
void vector_sigmoid(const double *x, double *result, size_t count);
// max(x, 0); NaN stays NaN.
void vector_rectify(const double *x, double *result, size_t count);

// result[i] = f(x[i · x_step], y[i · y_step]); a step is 1, or 0 for an operand that is a single number.
void vector_add(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count);
void vector_subtract(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count);
void vector_multiply(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count);
void vector_divide(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count);
void vector_maximum(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count);
void vector_minimum(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count);
// The slope of max(x, 0) times y: y where x is above 0, else 0.
void vector_rectified_slope(const double *x, size_t x_step, const double *y, size_t y_step, double *result,
                            size_t count);

// result[i] += scale · x[i]
void vector_accumulate(double scale, const double *x, double *result, size_t count);
// result[i] = scale · x[i] + shift
void vector_affine(double scale, double shift, const double *x, double *result, size_t count);

// The sum, compensated: its error does not grow with the count (Neumaier 1974, over eight lanes).
double vector_sum(const double *x, size_t count);
// The sum of the products.
double vector_dot(const double *x, const double *y, size_t count);
// The sum of the squares of the distances from a centre.
double vector_squared_deviations(double centre, const double *x, size_t count);
// The largest; NaN if one is NaN; −infinity for none.
double vector_largest(const double *x, size_t count);
// result[i] = exp(x[i] − shift); gives the sum of the results.
double vector_shifted_exponential(double shift, const double *x, double *result, size_t count);

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
