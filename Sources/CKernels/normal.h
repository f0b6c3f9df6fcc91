// The normal distribution over vectors.
#pragma once

#define INVERSE_ROOT_TWO_PI 0x1.9884533d43651p-2

// e^(−t²/2): what the square loses in rounding is computed exactly, and put back to first order.
INLINE Vector half_square_exponential(Vector t) {
  Vector square = t * t;
  Vector lost = fused(t, t, -square);
  Vector power = exponential_of(all(-0.5) * square);
  return fused(power * all(-0.5), lost, power);
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
  Vector sum = all(-0x1.dc76a950d3b45p-37);
  sum = fused(sum, v, all(0x1.8afe1c5ce5c26p-33));
  sum = fused(sum, v, all(0x1.4ec21b4f48e07p-32));
  sum = fused(sum, v, all(-0x1.3a19c4ad3384fp-29));
  sum = fused(sum, v, all(-0x1.069ff24c3191cp-28));
  sum = fused(sum, v, all(0x1.4e4d5b70c8eb4p-26));
  sum = fused(sum, v, all(0x1.4162146356ee8p-25));
  sum = fused(sum, v, all(-0x1.63a57a0503da0p-23));
  sum = fused(sum, v, all(-0x1.5166d0301db84p-22));
  sum = fused(sum, v, all(0x1.b5f9bbbb875d7p-20));
  sum = fused(sum, v, all(0x1.09f21bd4e485ap-19));
  sum = fused(sum, v, all(-0x1.332ea9ae3d6d6p-16));
  sum = fused(sum, v, all(0x1.0e3dfae297eb8p-18));
  sum = fused(sum, v, all(0x1.9ffe8453d2ac3p-13));
  sum = fused(sum, v, all(-0x1.1694e08f4f67dp-11));
  sum = fused(sum, v, all(-0x1.d3c9e376e91b8p-11));
  sum = fused(sum, v, all(0x1.704159f467f15p-7));
  sum = fused(sum, v, all(-0x1.7c6f6bcd468c3p-5));
  sum = fused(sum, v, all(0x1.092dacfb3f498p-3));
  sum = fused(sum, v, all(-0x1.1ccb5a7d925efp-2));
  sum = fused(sum, v, all(0x1.effffeef936bep-2));
  sum = fused(sum, v, all(-0x1.66a356c45da88p-1));
  return fused(sum, v, all(0x1.b30b52fe27788p-1));
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
