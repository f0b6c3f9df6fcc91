#ifndef CDUKTAPE_OPERATIONS_H
#define CDUKTAPE_OPERATIONS_H

// What is asked of a machine. Each operation leaves one text as the machine's result, which stands until the
// next operation. Texts are CESU-8 with their length, as Duktape keeps them.

#include <pthread.h>

#include "machine.h"

/// A text that a script reads.
typedef struct cduktape_text {
  const char *bytes;
  size_t length;
} cduktape_text;

/// A function of the script and the texts that it is called with.
typedef struct cduktape_request {
  const char *function;
  cduktape_text first;
  cduktape_text second;
} cduktape_request;

/// Keeps the top of the stack as the result, turned into text where it is none.
static inline void cduktape_keep(cduktape_machine *machine, bool threw) {
  duk_size_t length = 0;
  const char *bytes = duk_safe_to_lstring(machine->context, -1, &length);
  machine->result = bytes;
  machine->result_length = length;
  machine->status = threw ? cduktape_threw : cduktape_completed;
}

/// An operation to run, and with what.
typedef struct cduktape_job {
  cduktape_machine *machine;
  void (*operation)(cduktape_machine *, const void *);
  const void *argument;
} cduktape_job;

/// Runs a job so that it ends whatever happens within.
__attribute__((noinline)) static void *cduktape_run_job(void *argument) {
  const cduktape_job *job = argument;
  cduktape_machine *machine = job->machine;
  machine->is_running = true;
  if (setjmp(machine->escape) == 0) {
    duk_set_top(machine->context, 0);
    job->operation(machine, job->argument);
  }
  machine->is_running = false;
  return NULL;
}

/// The stack that a job has. Duktape's own limits on recursion let its regular expressions take some 2 MB and
/// nested calls as much again, more than every thread of a caller has.
enum { cduktape_stack_size = 16 * 1024 * 1024 };

static inline cduktape_status cduktape_run(
  cduktape_machine *machine, uint64_t work_allowed, void (*operation)(cduktape_machine *, const void *),
  const void *argument) {
  cduktape_job job = {machine, operation, argument};
  machine->status = cduktape_broken;
  machine->result = "";
  machine->result_length = 0;
  machine->work_done = 0;
  machine->work_allowed = work_allowed;

  pthread_t thread;
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return cduktape_broken;
  bool runs = pthread_attr_setstacksize(&attributes, cduktape_stack_size) == 0
    && pthread_create(&thread, &attributes, cduktape_run_job, &job) == 0;
  pthread_attr_destroy(&attributes);
  if (runs) pthread_join(thread, NULL);
  return machine->status;
}

static inline void cduktape_do_compile(cduktape_machine *machine, const void *argument) {
  const cduktape_text *source = argument;
  duk_context *context = machine->context;
  if (duk_pcompile_lstring(context, 0, source->bytes, source->length) != 0) {
    cduktape_keep(machine, true);
    return;
  }
  duk_dump_function(context);
  duk_base64_encode(context, -1);
  cduktape_keep(machine, false);
}

static inline duk_ret_t cduktape_load(duk_context *context, void *argument) {
  const cduktape_text *program = argument;
  duk_push_lstring(context, program->bytes, program->length);
  duk_base64_decode(context, -1);
  duk_load_function(context);
  duk_call(context, 0);
  return 1;
}

static inline void cduktape_do_start(cduktape_machine *machine, const void *argument) {
  bool threw = duk_safe_call(machine->context, cduktape_load, (void *)argument, 0, 1) != DUK_EXEC_SUCCESS;
  cduktape_keep(machine, threw);
}

static inline void cduktape_do_call(cduktape_machine *machine, const void *argument) {
  const cduktape_request *request = argument;
  duk_context *context = machine->context;
  duk_get_global_string(context, request->function);
  duk_push_lstring(context, request->first.bytes, request->first.length);
  duk_push_lstring(context, request->second.bytes, request->second.length);
  cduktape_keep(machine, duk_pcall(context, 2) != DUK_EXEC_SUCCESS);
}

/// Compiles a script; the result is its bytecode in base64.
static inline cduktape_status cduktape_compile(
  cduktape_machine *machine, uint64_t work_allowed, cduktape_text source) {
  return cduktape_run(machine, work_allowed, cduktape_do_compile, &source);
}

/// Runs the top level of a compiled script. Duktape does not check bytecode: it must be `cduktape_compile`'s.
static inline cduktape_status cduktape_start(
  cduktape_machine *machine, uint64_t work_allowed, cduktape_text program) {
  return cduktape_run(machine, work_allowed, cduktape_do_start, &program);
}

/// Calls a global function of the script.
static inline cduktape_status cduktape_call(
  cduktape_machine *machine, uint64_t work_allowed, cduktape_request request) {
  return cduktape_run(machine, work_allowed, cduktape_do_call, &request);
}

#endif
