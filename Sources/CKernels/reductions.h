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

static double sum(const double *x, size_t count) {
  CompensatedSum total = {all(0), all(0)};
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) add_term(&total, load(x + i));
  if (i < count) add_term(&total, load_some(x + i, count - i, 0));
  return finished(total);
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
