// Says where a program of cells stops, for whoever reads its channel after its end.
#pragma once

#include <stdint.h>

// The descriptor that a program reports on, and the kinds of the messages that this library writes: a byte, a length of
// four, then as many bytes. Offsets count from where the program's file is loaded; each has eight bytes.
enum {
  gradus_channel = 3,
  // A signal: its number in a byte, then offsets of the calls that led to it, the innermost first.
  gradus_message_signal = 16,
  // The offsets of the calls that led to the last error that was thrown before it.
  gradus_message_throw = 17,
  // The program ended before its end: the offsets of the calls that led to it.
  gradus_message_exit = 18,
  // The library refuses to go on: the offsets of the calls that led to it, then the words that say why.
  gradus_message_refusal = 19,
  // Stands for the signal where a stack overflows; no signal has this number.
  gradus_stack_overflow = 100,
};

// Reports signals, errors and early ends from here on.
void gradus_report_crashes(void);

// An early end is none from here on.
void gradus_expect_end(void);

// Reports why a program cannot go on, in `length` bytes, and ends it.
_Noreturn void gradus_refuse(const char *words, uint32_t length);

// Writes a message in one piece.
void gradus_send(uint8_t kind, const void *bytes, uint32_t length);
