// The bodies of all kernels; included once for every generation of the machine.
#include "CKernels.h"
#include "KernelTable.h"

#include "vectors.h"

#include "elementary.h"

#include "angles.h"

#include "powers.h"

#include "maps.h"

#include "combinations.h"

#include "reductions.h"

#include "columns.h"

#include "normal.h"

#include "narrow_rows.h"

#include "rows.h"

#include "updates.h"

#include "products.h"

#include "neighbours.h"

#include "layout.h"

#define POINT_TO(type, name, parameters, arguments) .name = name,
const KernelTable TABLE = {.instructions = INSTRUCTIONS, EACH_KERNEL(POINT_TO)};
