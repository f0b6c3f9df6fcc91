#ifndef GRADUS_CLINUX_SPAWN_H
#define GRADUS_CLINUX_SPAWN_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// What a process and its children may use, each of them.
typedef struct {
  uint64_t processor_seconds;
  // Seconds between a signal that the program can report and its end; without any it ends at once.
  uint64_t processor_grace;
  uint64_t address_space;
  uint64_t file_size;
  uint64_t open_files;
} gradus_limits;

// The numbers of limits: <sys/resource.h> has other contents here than in Swift's Glibc module, which is built without
// _GNU_SOURCE, and the two cannot be imported together.
enum {
  gradus_limit_processor = 0,
  gradus_limit_file = 1,
  gradus_limit_stack = 3,
  gradus_limit_core = 4,
  gradus_limit_open_files = 7,
  gradus_limit_memory = 9,
};

static inline void gradus_limit(int resource, uint64_t soft, uint64_t hard) {
  uint64_t limit[2] = {soft, hard};
  syscall(SYS_prlimit64, 0, resource, limit, (void *)0);
}

// Runs in the child between vfork and exec: nothing here may allocate or lock.
static inline void gradus_prepare(const int *descriptors, int count, const gradus_limits *limits) {
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, (sigset_t *)0);
  int moved[16];
  for (int i = 0; i < count; i++) moved[i] = fcntl(descriptors[i], F_DUPFD, 32);
  for (int i = 0; i < count; i++) dup2(moved[i], i);
  syscall(SYS_close_range, count, ~0U, 0);
  gradus_limit(gradus_limit_core, 0, 0);
  gradus_limit(gradus_limit_processor, limits->processor_seconds,
               limits->processor_seconds + limits->processor_grace);
  gradus_limit(gradus_limit_memory, limits->address_space, limits->address_space);
  gradus_limit(gradus_limit_file, limits->file_size, limits->file_size);
  gradus_limit(gradus_limit_open_files, limits->open_files, limits->open_files);
  gradus_limit(gradus_limit_stack, 8 << 20, 8 << 20);
}

// Starts a process that has these descriptors, at most 16, as 0, 1, 2 …, and no others; -1 where it cannot.
//
// It leads a session of its own and dies with the thread that started it.
static inline int gradus_spawn(const char *path, char *const *arguments, char *const *environment,
                               const int *descriptors, int count, const gradus_limits *limits) {
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  int process = vfork();
  if (process == 0) {
    gradus_prepare(descriptors, count, limits);
    execve(path, arguments, environment);
    _exit(127);
  }
  sigprocmask(SIG_SETMASK, &before, (sigset_t *)0);
  return process;
}

// A descriptor that can be polled for the end of a process.
static inline int gradus_watch(int process) { return (int)syscall(SYS_pidfd_open, process, 0); }

// Signals the first thread of a process, and no other: that is the one that runs a program's own lines.
static inline void gradus_signal(int process, int number) { syscall(SYS_tgkill, process, process, number); }

// A file in memory that can only grow.
static inline int gradus_memory_file(void) {
  int descriptor = (int)syscall(SYS_memfd_create, "gradus", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor >= 0) fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK);
  return descriptor;
}

#endif
