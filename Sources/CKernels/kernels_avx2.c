// The kernels for processors with AVX2.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define TABLE avx2_kernels
#define INSTRUCTIONS "AVX2"
#include "kernels.h"
#pragma clang attribute pop
#endif
