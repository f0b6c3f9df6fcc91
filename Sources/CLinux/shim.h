#ifndef GRADUS_CLINUX_SHIM_H
#define GRADUS_CLINUX_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <unistd.h>

// Swift's Glibc module is built without _GNU_SOURCE, which hides renameat2.
static inline int gradus_exchange(const char *left, const char *right) {
  const unsigned exchange = 1 << 1; // RENAME_EXCHANGE
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, exchange);
}

// How many processors this process may use, as the system itself tells; 0 where it does not.
static inline int gradus_processor_count(void) {
  unsigned long set[128];
  long size = syscall(SYS_sched_getaffinity, 0, sizeof set, set);
  int count = 0;
  for (long word = 0; word < size / (long)sizeof *set; word++) count += __builtin_popcountl(set[word]);
  return count;
}

#endif
