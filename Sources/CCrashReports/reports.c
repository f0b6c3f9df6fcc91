#define _GNU_SOURCE
#include "CCrashReports.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <ucontext.h>
#include <unistd.h>

#include "calls.h"

// The hook of Swift's runtime for errors that are thrown; it takes the error.
extern void _swift_setWillThrowHandler(void (*handler)(void *));

static calls last_throw;
static int is_end_expected;

void gradus_send(uint8_t kind, const void *bytes, uint32_t length) {
  struct iovec parts[] = {{&kind, 1}, {&length, 4}, {(void *)bytes, length}};
  // A file takes all at once, or it is full: what is missing is missed by whoever reads it.
  (void)!writev(gradus_channel, parts, 3);
}

static void send_calls(uint8_t kind, const calls *calls) {
  gradus_send(kind, calls->offsets, calls->count * 8);
}

static uint64_t program_counter(const ucontext_t *context) {
#if defined(__x86_64__)
  return context->uc_mcontext.gregs[REG_RIP];
#else
  return context->uc_mcontext.pc;
#endif
}

static void send_signal(int number, const calls *calls) {
  char bytes[1 + most_calls * 8];
  bytes[0] = number;
  memcpy(bytes + 1, calls->offsets, calls->count * 8);
  gradus_send(gradus_message_signal, bytes, 1 + calls->count * 8);
}

static uint64_t stack_pointer(const ucontext_t *context) {
#if defined(__x86_64__)
  return context->uc_mcontext.gregs[REG_RSP];
#else
  return context->uc_mcontext.sp;
#endif
}

// A fault right at the end of the stack is a call too many.
static int is_overflow(int number, const siginfo_t *info, const ucontext_t *context) {
  const uint64_t near = 1 << 16;
  uint64_t address = (uint64_t)info->si_addr;
  return number == SIGSEGV && address - stack_pointer(context) + near < 2 * near;
}

static void handle(int signal_number, siginfo_t *info, void *context) {
  int number = is_overflow(signal_number, info, context) ? gradus_stack_overflow : signal_number;
  send_calls(gradus_message_throw, &last_throw);
  // The place itself first: to follow the calls back may fail where the stack is damaged.
  calls calls = {0};
  add_call(&calls, program_counter(context));
  send_signal(number, &calls);
  if (!calls.count) {
    add_calls(&calls);
    send_signal(number, &calls);
  }
  // What was printed is kept, unless it was printing that failed.
  if (!ftrylockfile(stdout)) fflush(stdout);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static void remember_throw(void *error) {
  (void)error;
  calls calls = {0};
  add_calls(&calls);
  last_throw = calls;
}

static void handle_exit(void) {
  if (is_end_expected) return;
  calls calls = {0};
  add_calls(&calls);
  send_calls(gradus_message_exit, &calls);
}

void gradus_report_crashes(void) {
  static char stack[1 << 16];
  const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGXCPU, SIGXFSZ, SIGUSR1};
  find_program();
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternative, NULL);
  struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, NULL);
  _swift_setWillThrowHandler(remember_throw);
  atexit(handle_exit);
}

void gradus_expect_end(void) { is_end_expected = 1; }

_Noreturn void gradus_refuse(const char *words, uint32_t length) {
  calls calls = {0};
  add_calls(&calls);
  uint32_t size = 4 + calls.count * 8 + length;
  char *bytes = malloc(size);
  if (bytes) {
    memcpy(bytes, &calls.count, 4);
    memcpy(bytes + 4, calls.offsets, calls.count * 8);
    memcpy(bytes + 4 + calls.count * 8, words, length);
    gradus_send(gradus_message_refusal, bytes, size);
  }
  fflush(stdout);
  _exit(1);
}
