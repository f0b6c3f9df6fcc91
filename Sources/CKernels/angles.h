// Sine and cosine.
#pragma once

// π/2 in three parts of 53 bits each.
#define HALF_PI_HIGH 0x1.921fb54442d18p+0
#define HALF_PI_MIDDLE 0x1.1a62633145c07p-54
#define HALF_PI_LOW -0x1.f1976b7ed8fbcp-110
#define TWO_OVER_PI 0x1.45f306dc9c883p-1
// Below this, the three parts of π/2 leave enough digits of any angle.
#define LARGE_ANGLE 0x1p30

// An angle as quadrant · π/2 + high + low, with |high| ≤ π/4.
typedef struct {
  Mask quadrant;
  Vector high, low;
} ReducedAngle;

// Cody and Waite 1980. The first difference is exact: both are multiples of the last place of π/2, and it is small.
INLINE ReducedAngle reduced_angle(Vector x) {
  Vector rounded = fused(x, all(TWO_OVER_PI), all(ROUNDER));
  Vector whole = rounded - all(ROUNDER);
  Vector first = fused(-whole, all(HALF_PI_HIGH), x);
  Vector product = whole * all(HALF_PI_MIDDLE);
  Vector product_error = fused(whole, all(HALF_PI_MIDDLE), -product);
  Vector high = first - product;
  Vector taken = high - first;
  Vector difference_error = (first - (high - taken)) - (product + taken);
  Vector low = difference_error - fused(whole, all(HALF_PI_LOW), product_error);
  return (ReducedAngle){bits(rounded) - bits(all(ROUNDER)), high, low};
}

// 2/π in binary: the digits after the point, 64 in each word.
static const uint64_t two_over_pi[] = {
    0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0,
    0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4,
    0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
    0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
};

// 64 digits of 2/π, from the given place after the point on; up to 63 places before it are zeros.
static uint64_t digits_of_two_over_pi(int place) {
  if (place < 0) return two_over_pi[0] >> -place;
  int word = place / 64, shift = place % 64;
  if (shift == 0) return two_over_pi[word];
  return two_over_pi[word] << shift | two_over_pi[word + 1] >> (64 - shift);
}

// A large angle, in integers: the digits of 2/π that decide over quadrant and rest, times the mantissa
// (Payne and Hanek 1983).
static void reduce_large_angle(double x, int64_t *quadrant, double *high, double *low) {
  int exponent;
  uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(x), &exponent), 53);
  // Digits further left give whole turns; of the 192 digits of the product, the first two are the quadrant.
  int place = exponent - 53 - 2;
  unsigned __int128 part = (unsigned __int128)mantissa * digits_of_two_over_pi(place + 128);
  uint64_t last = (uint64_t)part;
  part = (unsigned __int128)mantissa * digits_of_two_over_pi(place + 64) + (uint64_t)(part >> 64);
  uint64_t middle = (uint64_t)part;
  uint64_t first = mantissa * digits_of_two_over_pi(place) + (uint64_t)(part >> 64);
  *quadrant = (int64_t)((first + 0x2000000000000000) >> 62);
  // The distance from that quadrant, as a signed fraction.
  first -= (uint64_t)*quadrant << 62;
  int negative = (int64_t)first < 0;
  if (negative) {
    last = ~last;
    middle = ~middle;
    first = ~first;
  }
  double top = ldexp((double)(first >> 11), -51);
  double rest = ldexp((double)((first << 42 | middle >> 22) & 0x1fffffffffffff), -104);
  double end = ldexp((double)((middle << 31 | last >> 33) & 0x1fffffffffffff), -157);
  double sum = top + rest;
  double lost = ((top - sum) + rest) + end;
  double turns = sum + lost;
  lost = (sum - turns) + lost;
  *high = turns * HALF_PI_HIGH;
  *low = fma(turns, HALF_PI_HIGH, -*high) + (turns * HALF_PI_MIDDLE + lost * HALF_PI_HIGH);
  if ((x < 0) != negative) {
    *high = -*high;
    *low = -*low;
  }
  if (x < 0) *quadrant = -*quadrant;
}

INLINE ReducedAngle angle_of(Vector x) {
  ReducedAngle angle = reduced_angle(x);
  Vector size = (Vector)(bits(x) & ~bits(all(-0.0)));
  Mask large = size >= all(LARGE_ANGLE);
  if (!__builtin_reduce_or(large)) return angle;
  for (int lane = 0; lane < LANES; lane++) {
    if (!large[lane]) continue;
    int64_t quadrant = 0;
    double high = NAN, low = 0;
    if (!isinf(x[lane])) reduce_large_angle(x[lane], &quadrant, &high, &low);
    angle.quadrant[lane] = quadrant;
    angle.high[lane] = high;
    angle.low[lane] = low;
  }
  return angle;
}

// sin(r + low), the Taylor series to r^17: the next term is below 2^-62 of the sum.
INLINE Vector sine_near_zero(Vector r, Vector low) {
  Vector square = r * r;
  Vector series = all(1.0 / 355687428096000.0);
  series = fused(series, square, all(-1.0 / 1307674368000.0));
  series = fused(series, square, all(1.0 / 6227020800.0));
  series = fused(series, square, all(-1.0 / 39916800.0));
  series = fused(series, square, all(1.0 / 362880.0));
  series = fused(series, square, all(-1.0 / 5040.0));
  series = fused(series, square, all(1.0 / 120.0));
  series = fused(series, square, all(-1.0 / 6.0));
  Vector correction = low * fused(square, all(-0.5), all(1.0));
  return r + fused(series * square, r, correction);
}

// cos(r + low), the Taylor series to r^16: the next term is below 2^-58 of the sum.
INLINE Vector cosine_near_zero(Vector r, Vector low) {
  Vector square = r * r;
  Vector series = all(1.0 / 20922789888000.0);
  series = fused(series, square, all(-1.0 / 87178291200.0));
  series = fused(series, square, all(1.0 / 479001600.0));
  series = fused(series, square, all(-1.0 / 3628800.0));
  series = fused(series, square, all(1.0 / 40320.0));
  series = fused(series, square, all(-1.0 / 720.0));
  series = fused(series, square, all(1.0 / 24.0));
  // 1 − r²/2 rounds; what it loses is known exactly.
  Vector half = all(0.5) * square;
  Vector start = all(1.0) - half;
  Vector lost = (all(1.0) - start) - half;
  return start + fused(series * square, square, fused(-r, low, lost));
}

// The sine at so many quadrants further on.
INLINE Vector sine_in_quadrant(ReducedAngle angle, int64_t further) {
  Mask quadrant = angle.quadrant + further;
  Vector sine = sine_near_zero(angle.high, angle.low), cosine = cosine_near_zero(angle.high, angle.low);
  Vector size = choose((quadrant & 1) != 0, cosine, sine);
  return (Vector)(bits(size) ^ ((quadrant & 2) << 62));
}

// Choosing x itself at 0 keeps its sign.
INLINE Vector sine_of(Vector x) { return choose(x == all(0.0), x, sine_in_quadrant(angle_of(x), 0)); }

INLINE Vector cosine_of(Vector x) { return sine_in_quadrant(angle_of(x), 1); }
