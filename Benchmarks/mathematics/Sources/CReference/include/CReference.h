// The work of Mathematics' fastest loops as a C programmer would write it by hand for one machine, and OpenBLAS itself.
// Counts and columns are multiples of 8.
#pragma once
#include <stddef.h>

// Whether this processor has the instructions that the loops were written for.
int reference_is_available(void);

// A copy: what the memory allows.
void reference_copy(const double *x, double *result, size_t count);
void reference_exponential(const double *x, double *result, size_t count);
// x Φ(x).
void reference_gelu(const double *x, double *result, size_t count);
// Softmax of rows.
void reference_softmax(const double *x, double *result, size_t rows, size_t columns);
// Layer norm of rows, without gain and bias.
void reference_layer_norm(const double *x, double *result, size_t rows, size_t columns);
// A step of Adam; the rate has the corrections for the start in it.
void reference_adam(const double *slope, double *mean, double *square, double *x, size_t count, double rate);
// The product of two square matrices, row after row.
void reference_product(const double *x, const double *y, double *result, int size);
