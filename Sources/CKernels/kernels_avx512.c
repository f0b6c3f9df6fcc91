// The kernels for processors with AVX-512.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#define WIDE_TILES
#define MASKED_MOVES
#define TABLE avx512_kernels
#define INSTRUCTIONS "AVX-512"
#include "kernels.h"
#pragma clang attribute pop
#endif
