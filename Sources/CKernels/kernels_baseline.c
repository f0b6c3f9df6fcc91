// The kernels for every processor of the architecture.
#define TABLE baseline_kernels
#define INSTRUCTIONS "baseline"
#include "kernels.h"
