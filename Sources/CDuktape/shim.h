#ifndef CDUKTAPE_SHIM_H
#define CDUKTAPE_SHIM_H

#include "machine.h"
#include "operations.h"

#endif
