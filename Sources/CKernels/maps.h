// result[i] = f(x[i]).
#pragma once

#define MAP(name, expression)                                                                                      \
  static void name(const double *x, double *result, size_t count) {                                               \
    size_t i = 0;                                                                                                  \
    for (; i + LANES <= count; i += LANES) {                                                                       \
      Vector v = load(x + i);                                                                                      \
      store(result + i, expression);                                                                               \
    }                                                                                                              \
    if (i < count) {                                                                                               \
      Vector v = load_some(x + i, count - i, 1.0);                                                                 \
      store_some(result + i, expression, count - i);                                                               \
    }                                                                                                              \
  }

MAP(negate, -v)
MAP(absolute, (Vector)(bits(v) & ~bits(all(-0.0))))
MAP(square, v *v)
MAP(square_root, __builtin_elementwise_sqrt(v))
MAP(reciprocal, all(1.0) / v)
MAP(exponential, exponential_of(v))
MAP(logarithm, logarithm_of(v))
MAP(hyperbolic_tangent, hyperbolic_tangent_of(v))
MAP(sigmoid, sigmoid_of(v))
MAP(rectify, choose(v <= all(0.0), all(0.0), v))
MAP(sign, choose(v > all(0.0), all(1.0), choose(v < all(0.0), all(-1.0), v)))
MAP(sine, sine_of(v))
MAP(cosine, cosine_of(v))

static void affine(double scale, double shift, const double *x, double *result, size_t count) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) store(result + i, fused(load(x + i), all(scale), all(shift)));
  if (i < count) {
    Vector v = load_some(x + i, count - i, 1.0);
    store_some(result + i, fused(v, all(scale), all(shift)), count - i);
  }
}

static void accumulate(double scale, const double *x, double *result, size_t count) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) store(result + i, fused(load(x + i), all(scale), load(result + i)));
  if (i < count) {
    Vector sum = fused(load_some(x + i, count - i, 0), all(scale), load_some(result + i, count - i, 0));
    store_some(result + i, sum, count - i);
  }
}

static void power(double exponent, const double *x, double *result, size_t count) {
  Exponent prepared = exponent_of(exponent);
  size_t i = 0;
  if (exponent == 0) {
    for (; i < count; i++) result[i] = 1;
  }
  for (; i + LANES <= count; i += LANES) store(result + i, power_of(load(x + i), prepared));
  if (i < count) store_some(result + i, power_of(load_some(x + i, count - i, 1.0), prepared), count - i);
}
