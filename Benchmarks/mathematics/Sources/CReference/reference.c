// Loops written by hand for AVX-512, with the vector functions of the C library; the products are OpenBLAS' own.
#include "CReference.h"
#include <cblas.h>
#include <immintrin.h>
#include <math.h>
#include <string.h>

// Vectors of eight from libmvec, within 4 units in the last place.
extern __m512d _ZGVeN8v_exp(__m512d) __attribute__((target("avx512f")));
extern __m512d _ZGVeN8v_erf(__m512d) __attribute__((target("avx512f")));

int reference_is_available(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512f");
}

void reference_copy(const double *x, double *result, size_t count) { memcpy(result, x, count * sizeof(double)); }

void reference_product(const double *x, const double *y, double *result, int size) {
  cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, size, size, size, 1, x, size, y, size, 0, result, size);
}

#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)

// Counts are multiples of 8.
void reference_exponential(const double *x, double *result, size_t count) {
  for (size_t i = 0; i < count; i += 8) _mm512_storeu_pd(result + i, _ZGVeN8v_exp(_mm512_loadu_pd(x + i)));
}

void reference_gelu(const double *x, double *result, size_t count) {
  __m512d root_half = _mm512_set1_pd(M_SQRT1_2), half = _mm512_set1_pd(0.5);
  for (size_t i = 0; i < count; i += 8) {
    __m512d v = _mm512_loadu_pd(x + i), h = _mm512_mul_pd(v, half);
    _mm512_storeu_pd(result + i, _mm512_fmadd_pd(h, _ZGVeN8v_erf(_mm512_mul_pd(v, root_half)), h));
  }
}

void reference_softmax(const double *x, double *result, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++, x += columns, result += columns) {
    __m512d top = _mm512_set1_pd(-INFINITY), total = _mm512_setzero_pd();
    for (size_t i = 0; i < columns; i += 8) top = _mm512_max_pd(top, _mm512_loadu_pd(x + i));
    __m512d shift = _mm512_set1_pd(_mm512_reduce_max_pd(top));
    for (size_t i = 0; i < columns; i += 8) {
      __m512d weight = _ZGVeN8v_exp(_mm512_sub_pd(_mm512_loadu_pd(x + i), shift));
      total = _mm512_add_pd(total, weight);
      _mm512_storeu_pd(result + i, weight);
    }
    __m512d scale = _mm512_set1_pd(1 / _mm512_reduce_add_pd(total));
    for (size_t i = 0; i < columns; i += 8)
      _mm512_storeu_pd(result + i, _mm512_mul_pd(_mm512_loadu_pd(result + i), scale));
  }
}

void reference_layer_norm(const double *x, double *result, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++, x += columns, result += columns) {
    __m512d sum = _mm512_setzero_pd(), squares = _mm512_setzero_pd();
    for (size_t i = 0; i < columns; i += 8) sum = _mm512_add_pd(sum, _mm512_loadu_pd(x + i));
    __m512d mean = _mm512_set1_pd(_mm512_reduce_add_pd(sum) / columns);
    for (size_t i = 0; i < columns; i += 8) {
      __m512d v = _mm512_sub_pd(_mm512_loadu_pd(x + i), mean);
      squares = _mm512_fmadd_pd(v, v, squares);
    }
    __m512d scale = _mm512_set1_pd(1 / sqrt(_mm512_reduce_add_pd(squares) / columns + 1e-5));
    for (size_t i = 0; i < columns; i += 8)
      _mm512_storeu_pd(result + i, _mm512_mul_pd(_mm512_sub_pd(_mm512_loadu_pd(x + i), mean), scale));
  }
}

void reference_adam(const double *slope, double *mean, double *square, double *x, size_t count, double rate) {
  __m512d keep = _mm512_set1_pd(0.9), add = _mm512_set1_pd(0.1), keep_square = _mm512_set1_pd(0.999);
  __m512d add_square = _mm512_set1_pd(0.001), step = _mm512_set1_pd(rate), tiny = _mm512_set1_pd(1e-8);
  for (size_t i = 0; i < count; i += 8) {
    __m512d g = _mm512_loadu_pd(slope + i);
    __m512d m = _mm512_fmadd_pd(keep, _mm512_loadu_pd(mean + i), _mm512_mul_pd(add, g));
    __m512d v = _mm512_fmadd_pd(keep_square, _mm512_loadu_pd(square + i), _mm512_mul_pd(add_square, _mm512_mul_pd(g, g)));
    _mm512_storeu_pd(mean + i, m);
    _mm512_storeu_pd(square + i, v);
    __m512d change = _mm512_div_pd(_mm512_mul_pd(step, m), _mm512_add_pd(_mm512_sqrt_pd(v), tiny));
    _mm512_storeu_pd(x + i, _mm512_sub_pd(_mm512_loadu_pd(x + i), change));
  }
}
#pragma clang attribute pop
