// Eight doubles that are computed with as one. Where the machine's registers are narrower, the compiler takes several.
#pragma once
#include <math.h>
#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 8
typedef double Vector __attribute__((vector_size(64)));
typedef int64_t Mask __attribute__((vector_size(64)));

#define INLINE static inline __attribute__((always_inline))

INLINE Vector load(const double *from) {
  Vector vector;
  memcpy(&vector, from, sizeof vector);
  return vector;
}

INLINE void store(double *to, Vector vector) { memcpy(to, &vector, sizeof vector); }

// The first `count` lanes from memory, the rest `filler`; and back.
#if defined(MASKED_MOVES)
#include <immintrin.h>
INLINE Vector load_some(const double *from, size_t count, double filler) {
  return (Vector)_mm512_mask_loadu_pd((__m512d)((Vector){} + filler), (__mmask8)((1u << count) - 1), from);
}

INLINE void store_some(double *to, Vector vector, size_t count) {
  _mm512_mask_storeu_pd(to, (__mmask8)((1u << count) - 1), (__m512d)vector);
}
#else
INLINE Vector load_some(const double *from, size_t count, double filler) {
  Vector vector = (Vector){} + filler;
  memcpy(&vector, from, count * sizeof(double));
  return vector;
}

INLINE void store_some(double *to, Vector vector, size_t count) { memcpy(to, &vector, count * sizeof(double)); }
#endif

INLINE Vector all(double value) { return (Vector){value, value, value, value, value, value, value, value}; }

INLINE Mask bits(Vector vector) { return (Mask)vector; }

// Lanes of `yes` where the mask is set, of `no` elsewhere.
INLINE Vector choose(Mask mask, Vector yes, Vector no) {
  return (Vector)((mask & (Mask)yes) | (~mask & (Mask)no));
}

// a · b + c, rounded once.
INLINE Vector fused(Vector a, Vector b, Vector c) { return __builtin_elementwise_fma(a, b, c); }

// The lanes added up in a fixed order.
INLINE double sum_of_lanes(Vector v) {
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}
