// Loops over contiguous doubles, each compiled for several generations of the machine and chosen when the program starts.
//
// The same bits on every machine: sums run over eight lanes in a fixed order whatever the width of the vector unit,
// and a product is fused with a sum only where the source says so.
#pragma once
#include <stddef.h>

#include "NetworkKernels.h"

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
