#define _GNU_SOURCE
#include "calls.h"

#include <link.h>
#include <stddef.h>
#include <unwind.h>

static uint64_t base, end;

static int measure(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size, (void)unused;
  base = info->dlpi_addr;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    uint64_t last = base + info->dlpi_phdr[i].p_vaddr + info->dlpi_phdr[i].p_memsz;
    if (info->dlpi_phdr[i].p_type == PT_LOAD && last > end) end = last;
  }
  return 1; // The program itself comes first.
}

void find_program(void) { dl_iterate_phdr(measure, NULL); }

void add_call(calls *calls, uint64_t address) {
  if (address >= base && address < end && calls->count < most_calls)
    calls->offsets[calls->count++] = address - base;
}

static _Unwind_Reason_Code add(struct _Unwind_Context *context, void *argument) {
  calls *calls = argument;
  int is_before = 0;
  uint64_t address = _Unwind_GetIPInfo(context, &is_before);
  // A return address is behind its call.
  add_call(calls, is_before ? address : address - 1);
  return calls->count < most_calls ? _URC_NO_REASON : _URC_END_OF_STACK;
}

void add_calls(calls *calls) { _Unwind_Backtrace(add, calls); }
