// The bodies of all kernels; included once for every generation of the machine.
#include "CKernels.h"
#include "kernel_table.h"

#include "vectors.h"

#include "elementary.h"

#include "maps.h"

#include "combinations.h"

#include "reductions.h"

#include "neighbours.h"

#include "layout.h"

#define POINT_TO(type, name, parameters, arguments) .name = name,
const KernelTable TABLE = {.instructions = INSTRUCTIONS, EACH_KERNEL(POINT_TO)};
