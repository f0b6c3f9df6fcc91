// Lets OpenBLAS use the vector units of processors that it does not know.
//
// An OpenBLAS older than the processor takes kernels for a processor of 2013, and reaches half of what the machine can
// do. One thread a call: what runs side by side is for the caller to say.
#include <stdlib.h>
#include <string.h>

#define OPTIONAL __attribute__((weak))
extern OPTIONAL char *openblas_get_corename(void);
extern OPTIONAL void openblas_set_num_threads(int count);
// In builds with threads: ends those that wait for work, which were started when the library was loaded.
extern OPTIONAL int blas_thread_shutdown_(void);
// In builds that hold kernels for many processors: forget the choice, and choose again.
extern OPTIONAL void gotoblas_dynamic_quit(void);
extern OPTIONAL void gotoblas_dynamic_init(void);

#if defined(__x86_64__)
static int has_avx512(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
}

static void prefer_avx512(void) {
  if (!openblas_get_corename || !gotoblas_dynamic_quit || !gotoblas_dynamic_init) return;
  const char *chosen = openblas_get_corename();
  int narrow = !strcmp(chosen, "Haswell") || !strcmp(chosen, "Zen") || !strcmp(chosen, "Sandybridge");
  // Whoever sets the variable has chosen.
  if (!narrow || getenv("OPENBLAS_CORETYPE") || !has_avx512()) return;
  // No other thread reads the environment yet: OpenBLAS' own have ended, and nobody else has started any.
  setenv("OPENBLAS_CORETYPE", "SkylakeX", 1);
  gotoblas_dynamic_quit();
  gotoblas_dynamic_init();
  unsetenv("OPENBLAS_CORETYPE");
}
#else
static void prefer_avx512(void) {}
#endif

__attribute__((constructor)) static void set_up(void) {
  if (openblas_set_num_threads) openblas_set_num_threads(1);
  if (blas_thread_shutdown_) blas_thread_shutdown_();
  prefer_avx512();
}
