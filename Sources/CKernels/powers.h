// Powers with one exponent for all.
#pragma once

// log x as high + low, to about 2^-65 of itself, for positive finite x: the logarithm in twice the precision where it
// counts, since the exponent magnifies its error.
INLINE Vector precise_logarithm(Vector x, Vector *low) {
  Mask subnormal = x < all(0x1p-1022);
  Vector scaled = choose(subnormal, x * all(0x1p54), x);
  Mask n = (bits(scaled) - bits(all(0x1.6a09e667f3bcdp-1))) >> 52;
  Vector exponent = (Vector)(n + bits(all(ROUNDER))) - all(ROUNDER) - choose(subnormal, all(54.0), all(0.0));
  Vector f = (Vector)(bits(scaled) - (n << 52)) - all(1.0);
  // s = f / (2 + f), and what the quotient lost.
  Vector divisor = all(2.0) + f;
  Vector s = f / divisor;
  Vector s_low = fused(-s, f, f - (s + s)) / divisor;
  Vector square = s * s;
  Vector square_low = fused(s, s, -square) + (s + s) * s_low;
  // log(1 + f) = 2 s (1 + s²/3 + s⁴/5 + …): the third in twice the precision, the rest in one.
  Vector series = all(1.0 / 25.0);
  series = fused(series, square, all(1.0 / 23.0));
  series = fused(series, square, all(1.0 / 21.0));
  series = fused(series, square, all(1.0 / 19.0));
  series = fused(series, square, all(1.0 / 17.0));
  series = fused(series, square, all(1.0 / 15.0));
  series = fused(series, square, all(1.0 / 13.0));
  series = fused(series, square, all(1.0 / 11.0));
  series = fused(series, square, all(1.0 / 9.0));
  series = fused(series, square, all(1.0 / 7.0));
  series = fused(series, square, all(1.0 / 5.0));
  Vector rest = series * square * square;
  Vector third = square * all(0x1.5555555555555p-2);
  Vector third_low = fused(square, all(0x1.5555555555555p-2), -third) +
                     fused(square, all(0x1.5555555555555p-56), square_low * all(0x1.5555555555555p-2));
  Vector factor = third + rest;
  Vector factor_low = ((third - factor) + rest) + third_low;
  Vector twice = s + s, twice_low = s_low + s_low;
  Vector product = twice * factor;
  Vector product_low = fused(twice, factor, -product) + fused(twice, factor_low, twice_low * factor);
  Vector logarithm = twice + product;
  Vector logarithm_low = ((twice - logarithm) + product) + (product_low + twice_low);
  // n ln 2 is exact in its high part.
  Vector whole = exponent * all(LN2_HIGH);
  Vector sum = whole + logarithm;
  Vector rest_of_sum = ((whole - sum) + logarithm) + fused(exponent, all(LN2_LOW), logarithm_low);
  Vector high = sum + rest_of_sum;
  *low = (sum - high) + rest_of_sum;
  return high;
}

// e^(high + low), where low is below the last place of high but not of what is left of it after n ln 2.
INLINE Vector exponential_of_parts(Vector high, Vector low) {
  Mask n;
  Vector reduced_low, r = reduced(clamped_exponent(high), &n, &reduced_low);
  // Where high is out of range, low may be NaN, and counts for nothing.
  Mask in_range = (high > all(-760.0)) & (high < all(720.0));
  Vector rest = reduced_low + choose(in_range, low, all(0.0));
  Vector sum = r + rest;
  return scaled_by_power_of_two(exponential_near_zero(sum, (r - sum) + rest), n);
}

// An exponent and what it does to the sign and to the ends.
typedef struct {
  double value, at_zero, at_infinity;
  int is_whole, is_odd;
} Exponent;

static Exponent exponent_of(double value) {
  Exponent exponent = {value, value < 0 ? INFINITY : 0, value < 0 ? 0 : INFINITY, 0, 0};
  exponent.is_whole = isinf(value) || trunc(value) == value;
  exponent.is_odd = exponent.is_whole && fabs(value) < 0x1p53 && fmod(value, 2) != 0;
  return exponent;
}

// For any exponent but 0.
INLINE Vector power_of(Vector x, Exponent exponent) {
  Vector size = (Vector)(bits(x) & ~bits(all(-0.0)));
  Vector low;
  Vector high = precise_logarithm(size, &low);
  Vector product = all(exponent.value) * high;
  Vector product_low = fused(all(exponent.value), high, -product) + all(exponent.value) * low;
  Vector result = exponential_of_parts(product, product_low);
  result = choose(size == all(1.0), all(1.0), result);
  result = choose(size == all(0.0), all(exponent.at_zero), result);
  result = choose(size == all(INFINITY), all(exponent.at_infinity), result);
  if (exponent.is_odd) result = (Vector)(bits(result) | (bits(x) & bits(all(-0.0))));
  if (!exponent.is_whole) result = choose((x < all(0.0)) & (size != all(INFINITY)), all(NAN), result);
  return choose(x == x, result, x);
}
