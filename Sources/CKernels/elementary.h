// The elementary functions over vectors.
#pragma once

#define LN2_HIGH 0x1.62e42fefa0000p-1
#define LN2_LOW 0x1.cf79abc9e3b3ap-40
#define LOG2_E 0x1.71547652b82fep+0
// Added to a number below 2^51 and taken away again, this rounds it to an integer; its last bits then hold the integer.
#define ROUNDER 0x1.8p52

// (e^r − 1 − r) / r² for |r| ≤ ln 2 / 2: the Taylor series to r^14, whose next term is below 2^-58 of the sum.
INLINE Vector exponential_series(Vector r) {
  Vector sum = all(1.0 / 87178291200.0);
  sum = fused(sum, r, all(1.0 / 6227020800.0));
  sum = fused(sum, r, all(1.0 / 479001600.0));
  sum = fused(sum, r, all(1.0 / 39916800.0));
  sum = fused(sum, r, all(1.0 / 3628800.0));
  sum = fused(sum, r, all(1.0 / 362880.0));
  sum = fused(sum, r, all(1.0 / 40320.0));
  sum = fused(sum, r, all(1.0 / 5040.0));
  sum = fused(sum, r, all(1.0 / 720.0));
  sum = fused(sum, r, all(1.0 / 120.0));
  sum = fused(sum, r, all(1.0 / 24.0));
  sum = fused(sum, r, all(1.0 / 6.0));
  sum = fused(sum, r, all(0.5));
  return sum;
}

INLINE Vector exponential_minus_one_near_zero(Vector r) { return fused(exponential_series(r) * r, r, r); }

// e^(r + low): what 1 + r loses is known exactly, and added where it still counts.
INLINE Vector exponential_near_zero(Vector r, Vector low) {
  Vector start = all(1.0) + r;
  Vector lost = ((all(1.0) - start) + r) + low;
  return start + fused(exponential_series(r) * r, r, lost);
}

// 2^n for n (in the last bits of `rounded`) between −1022 and 1023.
INLINE Vector power_of_two(Mask n) { return (Vector)((n + 1023) << 52); }

// x = n ln 2 + r + low: gives r, n as an integer, and low.
INLINE Vector reduced(Vector x, Mask *n, Vector *low) {
  Vector rounded = fused(x, all(LOG2_E), all(ROUNDER));
  Vector whole = rounded - all(ROUNDER);
  *n = bits(rounded) - bits(all(ROUNDER));
  Vector start = fused(whole, all(-LN2_HIGH), x);
  Vector r = fused(whole, all(-LN2_LOW), start);
  *low = fused(whole, all(-LN2_LOW), start - r);
  return r;
}

// Where e to the power of anything beyond is 0 or infinity anyway; NaN fails both comparisons and passes through.
INLINE Vector clamped_exponent(Vector x) {
  return choose(x > all(720.0), all(720.0), choose(x < all(-760.0), all(-760.0), x));
}

// 2^n in two halves, so that neither leaves the range of the exponents; the last product rounds subnormals.
INLINE Vector scaled_by_power_of_two(Vector x, Mask n) {
  Mask half = n >> 1;
  return x * power_of_two(half) * power_of_two(n - half);
}

INLINE Vector exponential_of(Vector x) {
  Mask n;
  Vector low, r = reduced(clamped_exponent(x), &n, &low);
  return scaled_by_power_of_two(exponential_near_zero(r, low), n);
}

// e^x − 1 for |x| below 700, without cancellation near 0.
INLINE Vector exponential_minus_one_of(Vector x) {
  Mask n;
  Vector low, r = reduced(x, &n, &low);
  Vector scale = power_of_two(n);
  return fused(scale, exponential_minus_one_near_zero(r), scale - all(1.0));
}

// x = 2^n · (1 + f) with 1 + f between √½ and √2; log x = n ln 2 + 2 artanh(f / (2 + f)).
INLINE Vector logarithm_of(Vector x) {
  Mask subnormal = x < all(0x1p-1022);
  Vector scaled = choose(subnormal, x * all(0x1p54), x);
  // The distance from √½ in the exponent's bits: its exponent field is n.
  Mask distance = bits(scaled) - bits(all(0x1.6a09e667f3bcdp-1));
  Mask n = distance >> 52;
  Vector mantissa = (Vector)(bits(scaled) - (n << 52));
  Vector exponent = (Vector)(n + bits(all(ROUNDER))) - all(ROUNDER) - choose(subnormal, all(54.0), all(0.0));
  Vector f = mantissa - all(1.0);
  Vector s = f / (all(2.0) + f);
  Vector square = s * s;
  // 2 artanh(s) = 2 s + s · R, R = Σ 2 s^2k / (2k + 1); at s² ≤ 0.0295 the term after the last is below 2^-58.
  Vector series = all(2.0 / 23.0);
  series = fused(series, square, all(2.0 / 21.0));
  series = fused(series, square, all(2.0 / 19.0));
  series = fused(series, square, all(2.0 / 17.0));
  series = fused(series, square, all(2.0 / 15.0));
  series = fused(series, square, all(2.0 / 13.0));
  series = fused(series, square, all(2.0 / 11.0));
  series = fused(series, square, all(2.0 / 9.0));
  series = fused(series, square, all(2.0 / 7.0));
  series = fused(series, square, all(2.0 / 5.0));
  series = fused(series, square, all(2.0 / 3.0));
  // 2 s = f − s f exactly, so that log(1 + f) = f − (h − s (h + R)) with h = f²/2: the large part f is not rounded.
  Vector h = all(0.5) * f * f;
  Vector rest = s * fused(series, square, h) + exponent * all(LN2_LOW);
  Vector result = exponent * all(LN2_HIGH) - ((h - rest) - f);
  result = choose(x == all(INFINITY), x, result);
  result = choose(x == all(0.0), all(-INFINITY), result);
  return choose((Mask)(x >= all(0.0)), result, all(NAN));
}

// log(1 + x) for x ≥ 0: what 1 + x loses is a first-order correction.
INLINE Vector logarithm_of_one_plus(Vector x) {
  Vector sum = all(1.0) + x;
  Vector lost = choose(x > all(1.0), all(1.0) - (sum - x), x - (sum - all(1.0)));
  return choose(x == all(INFINITY), x, logarithm_of(sum) + lost / sum);
}

// tanh x = t / (t + 2) with t = e^2x − 1, on |x|; 1 from 20 on.
INLINE Vector hyperbolic_tangent_of(Vector x) {
  Vector size = (Vector)(bits(x) & ~bits(all(-0.0)));
  Vector clamped = choose(size > all(20.0), all(20.0), size);
  Vector t = exponential_minus_one_of(clamped + clamped);
  Vector result = t / (t + all(2.0));
  return (Vector)(bits(result) | (bits(x) & bits(all(-0.0))));
}

INLINE Vector sigmoid_of(Vector x) {
  Vector size = (Vector)(bits(x) & ~bits(all(-0.0)));
  Vector weight = exponential_of(-size);
  return choose(x < all(0.0), weight, all(1.0)) / (all(1.0) + weight);
}
