#ifndef CDUKTAPE_MACHINE_H
#define CDUKTAPE_MACHINE_H

// A Duktape heap that can always be left.
//
// Duktape as Debian builds it has no hook that stops a script. Scripts allocate as they work, though, so the
// allocator is the meter: when a script has used up its work or its memory, the allocator jumps straight back
// to the caller. Duktape leaves its fatal errors the same way instead of ending the process. After such a jump
// the heap is in no defined state, so each block is linked into a list, and destroying a machine frees the
// list without asking Duktape. No Swift frame is ever jumped over: all that happens in between is C.

#include <duktape.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// How an operation ended.
typedef enum cduktape_status {
  /// It has a result.
  cduktape_completed = 0,
  /// The script threw; the result is the error as text, and the machine is sound.
  cduktape_threw,
  /// It passed its limit of work or memory; the machine is of no more use.
  cduktape_exhausted,
  /// Duktape gave up; the machine is of no more use.
  cduktape_broken,
} cduktape_status;

/// What stands before each block; as long as a multiple of 16, which keeps the block aligned.
typedef struct cduktape_block {
  struct cduktape_block *previous;
  struct cduktape_block *next;
  size_t size;
  size_t padding;
} cduktape_block;

/// A heap with its meter.
typedef struct cduktape_machine {
  duk_context *context;
  cduktape_block blocks;
  size_t bytes_used;
  size_t bytes_allowed;
  uint64_t work_done;
  uint64_t work_allowed;
  jmp_buf escape;
  bool is_running;
  cduktape_status status;
  const char *result;
  size_t result_length;
} cduktape_machine;

/// What an allocation counts beside its bytes: a call takes as long as filling some 1024 bytes.
enum { cduktape_work_per_allocation = 1024 };

static inline void cduktape_leave(cduktape_machine *machine, cduktape_status status) {
  machine->status = status;
  longjmp(machine->escape, 1);
}

/// Counts an allocation, and leaves the script when it is one too many.
static inline void cduktape_meter(cduktape_machine *machine, size_t size) {
  machine->work_done += (uint64_t)size + cduktape_work_per_allocation;
  bool fits = size <= machine->bytes_allowed && machine->bytes_used <= machine->bytes_allowed - size;
  bool ends = !fits || machine->work_done > machine->work_allowed;
  if (ends && machine->is_running) cduktape_leave(machine, cduktape_exhausted);
}

static inline void cduktape_link(cduktape_machine *machine, cduktape_block *block) {
  block->previous = &machine->blocks;
  block->next = machine->blocks.next;
  if (block->next) block->next->previous = block;
  machine->blocks.next = block;
  machine->bytes_used += block->size;
}

static inline void cduktape_unlink(cduktape_machine *machine, cduktape_block *block) {
  block->previous->next = block->next;
  if (block->next) block->next->previous = block->previous;
  machine->bytes_used -= block->size;
}

static inline void *cduktape_allocate(void *context, duk_size_t size) {
  cduktape_machine *machine = context;
  if (size == 0) return NULL;
  cduktape_meter(machine, size);
  cduktape_block *block = malloc(sizeof(cduktape_block) + size);
  if (!block) return NULL;
  block->size = size;
  cduktape_link(machine, block);
  return block + 1;
}

static inline void cduktape_free(void *context, void *memory) {
  if (!memory) return;
  cduktape_block *block = (cduktape_block *)memory - 1;
  cduktape_unlink(context, block);
  free(block);
}

static inline void *cduktape_reallocate(void *context, void *memory, duk_size_t size) {
  if (!memory) return cduktape_allocate(context, size);
  if (size == 0) {
    cduktape_free(context, memory);
    return NULL;
  }
  cduktape_machine *machine = context;
  cduktape_meter(machine, size);
  cduktape_block *block = (cduktape_block *)memory - 1;
  cduktape_unlink(machine, block);
  cduktape_block *moved = realloc(block, sizeof(cduktape_block) + size);
  if (moved) moved->size = size;
  cduktape_link(machine, moved ? moved : block);
  return moved ? moved + 1 : NULL;
}

static inline void cduktape_fatal(void *context, const char *message) {
  (void)message;
  cduktape_machine *machine = context;
  if (!machine->is_running) abort();
  cduktape_leave(machine, cduktape_broken);
}

/// Frees all memory of a machine, whatever state its heap is in.
static inline void cduktape_destroy(cduktape_machine *machine) {
  cduktape_block *block = machine->blocks.next;
  while (block) {
    cduktape_block *next = block->next;
    free(block);
    block = next;
  }
  free(machine);
}

/// Makes a machine that may hold so many bytes; nothing where the system has no memory left.
static inline cduktape_machine *cduktape_create(size_t bytes_allowed) {
  cduktape_machine *machine = calloc(1, sizeof(cduktape_machine));
  if (!machine) return NULL;
  machine->bytes_allowed = bytes_allowed;
  machine->context =
    duk_create_heap(cduktape_allocate, cduktape_reallocate, cduktape_free, machine, cduktape_fatal);
  if (machine->context) return machine;
  cduktape_destroy(machine);
  return NULL;
}

#endif
