#ifndef GRADUS_CLINUX_CALLS_H
#define GRADUS_CLINUX_CALLS_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <linux/audit.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define GRADUS_ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define GRADUS_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static const unsigned gradus_architecture = GRADUS_ARCHITECTURE;

// Calls that start a process and nothing else; those that can start a thread are looked at more closely.
static const int gradus_process_calls[] = {
#ifdef SYS_fork
  SYS_fork, SYS_vfork,
#endif
  -1,
};

// Calls that no computation needs, and that reach into the system, into other processes, or past the limits on memory.
static const int gradus_refused_calls[] = {
  SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_io_uring_setup, SYS_ptrace, SYS_process_vm_readv,
  SYS_process_vm_writev, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key,
  SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, SYS_fsopen, SYS_fsmount, SYS_move_mount,
  SYS_open_tree, SYS_mount_setattr, SYS_open_by_handle_at, SYS_kexec_load, SYS_init_module, SYS_finit_module,
  SYS_memfd_create, SYS_shmget, SYS_msgget, SYS_semget, SYS_mq_open, SYS_fanotify_init, SYS_inotify_init1, SYS_quotactl,
  SYS_personality,
  -1,
};

static const int gradus_clone_call = SYS_clone;
static const int gradus_clone3_call = SYS_clone3;

#endif
