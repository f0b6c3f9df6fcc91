// result[i] = f(x[i], y[i]), where an operand may be a single number.
#pragma once

#define LOOP(first, second, expression)                                                                            \
  for (; i + LANES <= count; i += LANES) {                                                                         \
    Vector a = first, b = second;                                                                                  \
    store(result + i, expression);                                                                                 \
  }

#define COMBINATION(name, expression)                                                                              \
  static void name(const double *x, size_t x_step, const double *y, size_t y_step, double *result, size_t count) { \
    if (count == 0) return;                                                                                        \
    size_t i = 0;                                                                                                  \
    Vector single_x = all(*x), single_y = all(*y);                                                                 \
    if (x_step == 0) {                                                                                             \
      LOOP(single_x, (y_step ? load(y + i) : single_y), expression)                                                \
    } else if (y_step == 0) {                                                                                      \
      LOOP(load(x + i), single_y, expression)                                                                      \
    } else {                                                                                                       \
      LOOP(load(x + i), load(y + i), expression)                                                                   \
    }                                                                                                              \
    if (i < count) {                                                                                               \
      Vector a = x_step ? load_some(x + i, count - i, 1.0) : single_x;                                             \
      Vector b = y_step ? load_some(y + i, count - i, 1.0) : single_y;                                             \
      store_some(result + i, expression, count - i);                                                               \
    }                                                                                                              \
  }

COMBINATION(add, a + b)
COMBINATION(subtract, a - b)
COMBINATION(multiply, a *b)
COMBINATION(divide, a / b)
// A NaN in either operand stays.
COMBINATION(maximum, choose((a > b) | (a != a), a, b))
COMBINATION(minimum, choose((a < b) | (a != a), a, b))
COMBINATION(rectified_slope, choose(a > all(0.0), b, all(0.0)))
COMBINATION(hyperbolic_tangent_slope, fused(-a, a, all(1.0)) * b)
COMBINATION(sigmoid_slope, fused(-a, a, a) * b)
COMBINATION(larger_share, choose(a > b, all(1.0), choose(a == b, all(0.5), all(0.0))))
COMBINATION(equality, choose(a == b, all(1.0), all(0.0)))
