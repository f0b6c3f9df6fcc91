// The calls that are under way, as offsets in the program's file.
#pragma once

#include <stdint.h>

enum { most_calls = 64 };

typedef struct {
  uint32_t count;
  uint64_t offsets[most_calls];
} calls;

// Learns where the program's file is loaded.
void find_program(void);

// Adds an address where it is in the program; what libraries do on its behalf is no place in a cell.
void add_call(calls *calls, uint64_t address);

// Adds the calls that led here.
void add_calls(calls *calls);
