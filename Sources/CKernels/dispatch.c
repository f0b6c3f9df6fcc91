// Chooses a set of kernels when the program starts, and hands every call to it.
#include <string.h>

#include "CKernels.h"

extern const KernelTable baseline_kernels;
#if defined(__x86_64__)
extern const KernelTable avx2_kernels;
extern const KernelTable avx512_kernels;
#endif

static const KernelTable *active = &baseline_kernels;

#if defined(__x86_64__)
static int is_supported(const KernelTable *kernels) {
  __builtin_cpu_init();
  if (kernels == &avx512_kernels)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl") && is_supported(&avx2_kernels);
  if (kernels == &avx2_kernels) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return 1;
}
static const KernelTable *const generations[] = {&avx512_kernels, &avx2_kernels, &baseline_kernels};
#else
static int is_supported(const KernelTable *kernels) { return kernels != 0; }
static const KernelTable *const generations[] = {&baseline_kernels};
#endif
#define GENERATIONS (sizeof generations / sizeof *generations)

__attribute__((constructor)) static void choose_kernels(void) {
  size_t newest = 0;
  while (!is_supported(generations[newest])) newest++;
  active = generations[newest];
}

const char *vector_instructions(void) { return active->instructions; }

const KernelTable *vector_kernels(const char *instructions) {
  for (size_t i = 0; i < GENERATIONS; i++)
    if (!strcmp(generations[i]->instructions, instructions) && is_supported(generations[i])) return generations[i];
  return 0;
}

#define HAND_ON(type, name, parameters, arguments)                                                                 \
  type vector_##name parameters { return active->name arguments; }
EACH_KERNEL(HAND_ON)
