// The normal distribution over vectors.
#pragma once

#define INVERSE_ROOT_TWO_PI 0x1.9884533d43651p-2

// e^(−t²/2) for t from 0 to 40: what the square loses in rounding is computed exactly, and enters the reduced exponent.
INLINE Vector half_square_exponential(Vector t) {
  Vector square = t * t;
  Vector lost = fused(t, t, -square);
  Vector exponent = all(-0.5) * square;
  Vector rounded = fused(exponent, all(LOG2_E), all(ROUNDER));
  Vector whole = rounded - all(ROUNDER);
  Vector r = fused(whole, all(-LN2_LOW), fused(whole, all(-LN2_HIGH), exponent));
  r = fused(all(-0.5), lost, r);
  Vector power = all(1.0) + exponential_minus_one_near_zero(r);
  return scaled_by_power_of_two(power, bits(rounded) - bits(all(ROUNDER)));
}

// Beyond 40 the density is 0; NaN fails the comparisons and passes through.
INLINE Vector size_to_40(Vector x) {
  Vector size = (Vector)(bits(x) & ~bits(all(-0.0)));
  return choose(size > all(40.0), all(40.0), size);
}

INLINE Vector normal_density_of(Vector x) {
  return all(INVERSE_ROOT_TWO_PI) * half_square_exponential(size_to_40(x));
}

// (t + 5) e^(t²/2) Φ(−t) for t from 0 to 40, as a polynomial in v = 1.25 − 11.25 / (t + 5), which runs from −1 to 1.
//
// The Chebyshev interpolant of degree 22, computed with 60 digits; its relative error is below 1.3e-17.
INLINE Vector scaled_normal_tail(Vector v) {
  // Even and odd powers apart: two chains of additions run side by side where one would wait for itself.
  Vector square = v * v;
  Vector even = all(-0x1.dc76a950d3b45p-37);
  Vector odd = all(0x1.8afe1c5ce5c26p-33);
  even = fused(even, square, all(0x1.4ec21b4f48e07p-32));
  odd = fused(odd, square, all(-0x1.3a19c4ad3384fp-29));
  even = fused(even, square, all(-0x1.069ff24c3191cp-28));
  odd = fused(odd, square, all(0x1.4e4d5b70c8eb4p-26));
  even = fused(even, square, all(0x1.4162146356ee8p-25));
  odd = fused(odd, square, all(-0x1.63a57a0503da0p-23));
  even = fused(even, square, all(-0x1.5166d0301db84p-22));
  odd = fused(odd, square, all(0x1.b5f9bbbb875d7p-20));
  even = fused(even, square, all(0x1.09f21bd4e485ap-19));
  odd = fused(odd, square, all(-0x1.332ea9ae3d6d6p-16));
  even = fused(even, square, all(0x1.0e3dfae297eb8p-18));
  odd = fused(odd, square, all(0x1.9ffe8453d2ac3p-13));
  even = fused(even, square, all(-0x1.1694e08f4f67dp-11));
  odd = fused(odd, square, all(-0x1.d3c9e376e91b8p-11));
  even = fused(even, square, all(0x1.704159f467f15p-7));
  odd = fused(odd, square, all(-0x1.7c6f6bcd468c3p-5));
  even = fused(even, square, all(0x1.092dacfb3f498p-3));
  odd = fused(odd, square, all(-0x1.1ccb5a7d925efp-2));
  even = fused(even, square, all(0x1.effffeef936bep-2));
  odd = fused(odd, square, all(-0x1.66a356c45da88p-1));
  even = fused(even, square, all(0x1.b30b52fe27788p-1));
  return fused(odd, v, even);
}

// Φ(x) from the tail on x's own side, where it has all its digits; `power` is e^(−x²/2).
INLINE Vector normal_distribution_from(Vector power, Vector x) {
  Vector inverse = all(1.0) / (size_to_40(x) + all(5.0));
  Vector tail = power * (inverse * scaled_normal_tail(fused(inverse, all(-11.25), all(1.25))));
  return choose(x > all(0.0), all(1.0) - tail, tail);
}

INLINE Vector normal_distribution_of(Vector x) {
  return normal_distribution_from(half_square_exponential(size_to_40(x)), x);
}

// x Φ(x); −0 at −infinity.
INLINE Vector gelu_of(Vector x) {
  Vector clamped = choose(x < all(-40.0), all(-40.0), x);
  return clamped * normal_distribution_of(clamped);
}

// Φ(x) + x φ(x), the slope of x Φ(x).
INLINE Vector gelu_slope_of(Vector x) {
  Vector power = half_square_exponential(size_to_40(x));
  Vector near = choose(x < all(-40.0), all(-40.0), choose(x > all(40.0), all(40.0), x));
  return fused(near, all(INVERSE_ROOT_TWO_PI) * power, normal_distribution_from(power, near));
}

MAP(normal_distribution, normal_distribution_of(v))
MAP(normal_density, normal_density_of(v))
MAP(gelu, gelu_of(v))
COMBINATION(gelu_slope, gelu_slope_of(a) * b)
