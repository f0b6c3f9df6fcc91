// Chooses a set of kernels when the program starts, and hands every call to it.
#include "CKernels.h"
#include "kernel_table.h"

static const KernelTable *active = &baseline_kernels;

#if defined(__x86_64__)
__attribute__((constructor)) static void choose_kernels(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    active = &avx512_kernels;
  else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    active = &avx2_kernels;
}
#endif

const char *vector_instructions(void) { return active->instructions; }

#define HAND_ON(type, name, parameters, arguments)                                                                 \
  type vector_##name parameters { return active->name arguments; }
EACH_KERNEL(HAND_ON)
