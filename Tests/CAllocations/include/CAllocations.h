// Counts what the current thread asks of the allocator; linked into a program, it takes the allocator's entrances.
#pragma once
#include <stddef.h>

// How often the current thread has allocated memory since it began.
size_t allocation_count(void);
