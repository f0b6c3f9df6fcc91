// Loops over contiguous doubles, each compiled for several generations of the machine and chosen when the program starts.
//
// The same bits on every machine: sums run over eight lanes in a fixed order whatever the width of the vector unit,
// and a product is fused with a sum only where the source says so.
#pragma once
#include <stddef.h>

#include "GeometryKernels.h"
#include "KernelTable.h"
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
// To within 3 units in the last place.
void vector_hyperbolic_tangent(const double *x, double *result, size_t count);
// 1 / (1 + e to the power of −x), to within 2 units in the last place.
void vector_sigmoid(const double *x, double *result, size_t count);
// max(x, 0); NaN stays NaN.
void vector_rectify(const double *x, double *result, size_t count);
// 1 above 0, −1 below; 0 and NaN stay.
void vector_sign(const double *x, double *result, size_t count);
// Sine and cosine of an angle in radians of any size, to within 1 unit in the last place.
void vector_sine(const double *x, double *result, size_t count);
void vector_cosine(const double *x, double *result, size_t count);

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
// The slopes of tanh and of the sigmoid where they are x, times y: (1 − x²) y and x (1 − x) y.
void vector_hyperbolic_tangent_slope(const double *x, size_t x_step, const double *y, size_t y_step, double *result,
                                     size_t count);
void vector_sigmoid_slope(const double *x, size_t x_step, const double *y, size_t y_step, double *result,
                          size_t count);
// 1 where x is above y, ½ where they are equal, 0 below.
void vector_larger_share(const double *x, size_t x_step, const double *y, size_t y_step, double *result,
                         size_t count);
// 1 where x equals y, else 0.
void vector_equality(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count);

// result[i] += scale · x[i]
void vector_accumulate(double scale, const double *x, double *result, size_t count);
// result[i] = scale · x[i] + shift
void vector_affine(double scale, double shift, const double *x, double *result, size_t count);
// result[i] = x[i] to the power of the exponent, with the special values of C's pow; to within 1 unit in the last place.
void vector_power(double exponent, const double *x, double *result, size_t count);

// The sum, compensated: its error does not grow with the count (Neumaier 1974, over eight lanes).
double vector_sum(const double *x, size_t count);
// The sum of the products.
double vector_dot(const double *x, const double *y, size_t count);
// The mean, which overflows nowhere; NaN for none.
double vector_mean(const double *x, size_t count);
// The sum of the squares of the distances from the mean: two passes, corrected for the mean's rounding
// (Chan, Golub and LeVeque 1983).
double vector_squares_about_mean(const double *x, size_t count);
// The square root of the sum of the squares, which neither overflow nor vanish.
double vector_norm(const double *x, size_t count);
// The largest; NaN if one is NaN; −infinity for none.
double vector_largest(const double *x, size_t count);
// log Σ exp(x[i]), shifted by the largest so that nothing overflows; −infinity for none.
double vector_log_sum_exp(const double *x, size_t count);
// result[i] = exp(x[i] − shift); gives the sum of the results.
double vector_shifted_exponential(double shift, const double *x, double *result, size_t count);

// The same reductions down the columns of a matrix whose rows follow one another; one result a column.
void vector_column_sums(const double *x, size_t rows, size_t columns, double *result);
void vector_column_means(const double *x, size_t rows, size_t columns, double *result);
void vector_column_squares_about_means(const double *x, size_t rows, size_t columns, double *result);
void vector_column_largest(const double *x, size_t rows, size_t columns, double *result);
void vector_column_log_sum_exp(const double *x, size_t rows, size_t columns, double *result);
