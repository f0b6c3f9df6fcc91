// Many numbers into one, over eight lanes in a fixed order.
#pragma once

typedef struct {
  Vector sum, error;
} CompensatedSum;

// Neumaier's step: what the addition loses is computed exactly and kept apart.
INLINE void add_term(CompensatedSum *total, Vector term) {
  Vector sum = total->sum + term;
  Vector taken = sum - total->sum;
  // Knuth's form of the exact error, which needs no comparison.
  total->error += (total->sum - (sum - taken)) + (term - taken);
  total->sum = sum;
}

static double finished(CompensatedSum total) {
  double sum = 0, error = 0;
  for (int lane = 0; lane < LANES; lane++) {
    double next = sum + total.sum[lane];
    double taken = next - sum;
    error += (sum - (next - taken)) + (total.sum[lane] - taken);
    sum = next;
  }
  double corrected = sum + (error + sum_of_lanes(total.error));
  // Infinities make the error NaN although the sum is known.
  return isnan(corrected) ? sum : corrected;
}

// Large enough a step down for any count of the largest numbers to be added up.
#define SMALL_SCALE 0x1p-64

INLINE double scaled_sum(const double *x, size_t count, double scale) {
  CompensatedSum first = {all(0), all(0)}, second = {all(0), all(0)};
  size_t i = 0;
  for (; i + 2 * LANES <= count; i += 2 * LANES) {
    add_term(&first, load(x + i) * all(scale));
    add_term(&second, load(x + i + LANES) * all(scale));
  }
  for (; i < count; i += LANES) {
    size_t rest = count - i < LANES ? count - i : LANES;
    add_term(&first, load_some(x + i, rest, 0) * all(scale));
  }
  first.error += second.error;
  add_term(&first, second.sum);
  return finished(first);
}

static double sum(const double *x, size_t count) {
  double plain = scaled_sum(x, count, 1);
  return isfinite(plain) ? plain : scaled_sum(x, count, SMALL_SCALE) / SMALL_SCALE;
}

static double mean(const double *x, size_t count) {
  double plain = scaled_sum(x, count, 1) / (double)count;
  return isfinite(plain) ? plain : scaled_sum(x, count, SMALL_SCALE) / (double)count / SMALL_SCALE;
}

static double squares_about_mean(const double *x, size_t count) {
  Vector centre = all(mean(x, count)), squares = all(0), rest = all(0), more_squares = all(0), more_rest = all(0);
  size_t i = 0;
  for (; i + 2 * LANES <= count; i += 2 * LANES) {
    Vector a = load(x + i) - centre, b = load(x + i + LANES) - centre;
    squares = fused(a, a, squares);
    rest += a;
    more_squares = fused(b, b, more_squares);
    more_rest += b;
  }
  for (; i < count; i += LANES) {
    size_t left = count - i < LANES ? count - i : LANES;
    Vector a = load_some(x + i, left, centre[0]) - centre;
    squares = fused(a, a, squares);
    rest += a;
  }
  double remainder = sum_of_lanes(rest + more_rest);
  double corrected = sum_of_lanes(squares + more_squares) - remainder * remainder / (double)count;
  return corrected < 0 ? 0 : corrected;
}

static double dot(const double *x, const double *y, size_t count) {
  Vector first = all(0), second = all(0), third = all(0), fourth = all(0);
  size_t i = 0;
  for (; i + 4 * LANES <= count; i += 4 * LANES) {
    first = fused(load(x + i), load(y + i), first);
    second = fused(load(x + i + LANES), load(y + i + LANES), second);
    third = fused(load(x + i + 2 * LANES), load(y + i + 2 * LANES), third);
    fourth = fused(load(x + i + 3 * LANES), load(y + i + 3 * LANES), fourth);
  }
  for (; i + LANES <= count; i += LANES) first = fused(load(x + i), load(y + i), first);
  if (i < count) second = fused(load_some(x + i, count - i, 0), load_some(y + i, count - i, 0), second);
  return sum_of_lanes((first + second) + (third + fourth));
}

static double squared_deviations(double centre, const double *x, size_t count) {
  Vector first = all(0), second = all(0);
  size_t i = 0;
  for (; i + 2 * LANES <= count; i += 2 * LANES) {
    Vector a = load(x + i) - all(centre), b = load(x + i + LANES) - all(centre);
    first = fused(a, a, first);
    second = fused(b, b, second);
  }
  for (; i < count; i += LANES) {
    size_t rest = count - i < LANES ? count - i : LANES;
    Vector a = load_some(x + i, rest, centre) - all(centre);
    first = fused(a, a, first);
  }
  return sum_of_lanes(first + second);
}

static double largest(const double *x, size_t count) {
  Vector top = all(-INFINITY);
  for (size_t i = 0; i < count; i += LANES) {
    Vector v = i + LANES <= count ? load(x + i) : load_some(x + i, count - i, -INFINITY);
    // Once NaN, a lane stays NaN: nothing is above it, and NaN itself replaces all else.
    top = choose((v > top) | (v != v), v, top);
  }
  double result = -INFINITY;
  for (int lane = 0; lane < LANES; lane++) {
    if (isnan(top[lane])) return top[lane];
    if (top[lane] > result) result = top[lane];
  }
  return result;
}

static double norm(const double *x, size_t count) {
  double squares = dot(x, x, count);
  if (squares > 0x1p-900 && squares < INFINITY) return __builtin_sqrt(squares);
  double top = 0;
  for (size_t i = 0; i < count; i++) {
    if (isnan(x[i])) return x[i];
    if (fabs(x[i]) > top) top = fabs(x[i]);
  }
  if (top == 0 || isinf(top)) return top;
  // A power of two near the largest, within reach of the exponents on both sides.
  int exponent = ilogb(top) < -1000 ? -1000 : ilogb(top);
  double scale = ldexp(1, -exponent);
  squares = 0;
  for (size_t i = 0; i < count; i++) squares = fma(x[i] * scale, x[i] * scale, squares);
  return ldexp(__builtin_sqrt(squares), exponent);
}

INLINE void add_exponentials(CompensatedSum *total, double shift, const double *x, size_t count) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) add_term(total, exponential_of(load(x + i) - all(shift)));
  // exp(−infinity) adds nothing in the lanes beyond the end.
  if (i < count) add_term(total, exponential_of(load_some(x + i, count - i, -INFINITY) - all(shift)));
}

// The term of the largest is exactly 1 and left out of the sum, which keeps the digits of the others
// (Blanchard, Higham and Higham 2021, "Accurately computing the log-sum-exp and softmax functions", algorithm 2).
static double log_sum_exp(const double *x, size_t count) {
  double top = largest(x, count);
  if (!isfinite(top)) return top;
  size_t place = 0;
  while (x[place] != top) place++;
  CompensatedSum rest = {all(0), all(0)};
  add_exponentials(&rest, top, x, place);
  add_exponentials(&rest, top, x + place + 1, count - place - 1);
  return top + logarithm_of_one_plus(all(finished(rest)))[0];
}

static double shifted_exponential(double shift, const double *x, double *result, size_t count) {
  Vector total = all(0);
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    Vector v = exponential_of(load(x + i) - all(shift));
    store(result + i, v);
    total += v;
  }
  if (i < count) {
    // exp(−infinity) adds nothing in the lanes beyond the end.
    Vector v = exponential_of(load_some(x + i, count - i, -INFINITY) - all(shift));
    store_some(result + i, v, count - i);
    total += v;
  }
  return sum_of_lanes(total);
}
