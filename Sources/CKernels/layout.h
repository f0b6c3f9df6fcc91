// One epoch of UMAP's stochastic descent, in single precision: eight samples of one edge at a time.
#pragma once

#define MOST_DIMENSIONS 64
#define DUE_BLOCK 1024

typedef float Floats __attribute__((vector_size(32)));
typedef int32_t Integers __attribute__((vector_size(32)));
typedef uint32_t Words __attribute__((vector_size(32)));

INLINE Floats all_floats(float value) { return (Floats){} + value; }

INLINE Floats fused_floats(Floats a, Floats b, Floats c) { return __builtin_elementwise_fma(a, b, c); }

INLINE Floats choose_floats(Integers mask, Floats yes, Floats no) {
  return (Floats)((mask & (Integers)yes) | (~mask & (Integers)no));
}

// log2 x for positive x, to within 2e-6: a polynomial for log2(1 + f) / f, 1 + f between √½ and √2 (interpolated at
// Chebyshev's points).
INLINE Floats binary_logarithm(Floats x) {
  Integers n = ((Integers)x - 0x3f3504f3) >> 23;
  Floats f = (Floats)((Integers)x - (n << 23)) - 1.0f;
  Floats square = f * f;
  Floats low = fused_floats(f, all_floats(-0.7213640213f), all_floats(1.4426964521f));
  Floats middle = fused_floats(f, all_floats(-0.3593506515f), all_floats(0.4806291461f));
  Floats high = fused_floats(f, all_floats(-0.2695062757f), all_floats(0.2956336141f));
  high = fused_floats(square, all_floats(0.1721287370f), high);
  Floats ratio = fused_floats(square, fused_floats(square, high, middle), low);
  return fused_floats(f, ratio, __builtin_convertvector(n, Floats));
}

// 2^x for |x| below 126, to within 2e-7 of the result: the same for 2^r, |r| ≤ ½.
INLINE Floats binary_power(Floats x) {
  Floats rounded = x + 0x1.8p23f;
  Integers n = (Integers)rounded - (Integers)all_floats(0x1.8p23f);
  Floats r = x - (rounded - 0x1.8p23f);
  Floats square = r * r;
  Floats low = fused_floats(r, all_floats(0.6931471825f), all_floats(1.0f));
  Floats middle = fused_floats(r, all_floats(0.0555032715f), all_floats(0.2402210683f));
  Floats high = fused_floats(r, all_floats(0.0013400433f), all_floats(0.0096760374f));
  Floats power = fused_floats(square, fused_floats(square, high, middle), low);
  return (Floats)((Integers)power + (n << 23));
}

INLINE Floats clamped(Floats x, float limit) {
  x = choose_floats(x > limit, all_floats(limit), x);
  return choose_floats(x < -limit, all_floats(-limit), x);
}

INLINE float sum_of_floats(Floats v) { return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7])); }

// The next points drawn, one a lane: xorshift with 32 bits (Marsaglia 2003), each lane a sequence of its own.
INLINE Integers drawn_points(Words *state, size_t points) {
  Words x = *state;
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  *state = x;
  Floats unit = __builtin_convertvector((Integers)(x >> 8), Floats) * 0x1p-24f;
  Integers drawn = __builtin_convertvector(unit * (float)points, Integers);
  Integers last = (Integers){} + (int32_t)(points - 1);
  Integers beyond = drawn > last;
  return (beyond & last) | (~beyond & drawn);
}

// Moves an edge's head by the attraction of its tail (lane 0, if `attracting`) and the repulsion of the points in the
// lanes from 1 to `repelling`, all seen from where it is; and the tail by the opposite of the attraction.
INLINE void move(float *positions, size_t dimensions, int32_t head, const int32_t *others, int attracting,
                 int repelling, const LayoutForces *forces) {
  Floats difference[MOST_DIMENSIONS];
  Floats square = all_floats(0);
  float *from = positions + (size_t)head * dimensions;
  for (size_t axis = 0; axis < dimensions; axis++) {
    Floats to;
    for (int lane = 0; lane < 8; lane++) to[lane] = positions[(size_t)others[lane] * dimensions + axis];
    difference[axis] = from[axis] - to;
    square = fused_floats(difference[axis], difference[axis], square);
  }
  // Above 0, so that the logarithm is finite; coinciding points exert no force, as their difference is 0.
  Floats distance = choose_floats(square < 0x1p-60f, all_floats(0x1p-60f), square);
  Floats power = binary_power(binary_logarithm(distance) * forces->b);
  const Integers lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  Integers first = lanes == 0;
  Floats denominator = choose_floats(first, distance, 0.001f + distance) * fused_floats(power, all_floats(forces->a),
                                                                                        all_floats(1.0f));
  Floats strength = choose_floats(first, power * (-2.0f * forces->a * forces->b),
                                  all_floats(2.0f * forces->repulsion * forces->b));
  Integers active = (lanes <= repelling) & (attracting ? lanes >= 0 : lanes > 0);
  strength = choose_floats(active, strength / denominator, all_floats(0));
  for (size_t axis = 0; axis < dimensions; axis++) {
    Floats step = clamped(strength * difference[axis], 4.0f) * forces->rate;
    from[axis] += sum_of_floats(step);
    if (attracting) positions[(size_t)others[0] * dimensions + axis] -= step[0];
  }
}

INLINE void sample(float *positions, size_t points, size_t dimensions, const LayoutEdges *edges, size_t edge,
                   float epoch, const LayoutForces *forces, Words *state) {
  edges->next[edge] += edges->periods[edge];
  float period = edges->periods[edge] / forces->negatives;
  int count = forces->negatives > 0 ? (int)((epoch - edges->next_negative[edge]) / period) : 0;
  if (count > 0) edges->next_negative[edge] += (float)count * period;
  int32_t others[8];
  int attracting = 1;
  do {
    Integers drawn = drawn_points(state, points);
    memcpy(others, &drawn, sizeof others);
    others[0] = edges->tails[edge];
    move(positions, dimensions, edges->heads[edge], others, attracting, count < 7 ? count : 7, forces);
    attracting = 0;
    count -= 7;
  } while (count > 0);
}

INLINE void layout_epoch_in(float *positions, size_t points, size_t dimensions, const LayoutEdges *edges, float epoch,
                            const LayoutForces *forces, uint32_t *random) {
  Words state;
  memcpy(&state, random, sizeof state);
  for (size_t start = 0; start < edges->count; start += DUE_BLOCK) {
    size_t end = start + DUE_BLOCK < edges->count ? start + DUE_BLOCK : edges->count;
    // The list is made without branches, which would be mispredicted at every third edge.
    uint32_t due[DUE_BLOCK];
    size_t due_count = 0;
    for (size_t edge = start; edge < end; edge++) {
      due[due_count] = (uint32_t)edge;
      due_count += edges->next[edge] <= epoch;
    }
    for (size_t i = 0; i < due_count; i++) sample(positions, points, dimensions, edges, due[i], epoch, forces, &state);
  }
  memcpy(random, &state, sizeof state);
}

static void layout_epoch(float *positions, size_t points, size_t dimensions, const LayoutEdges *edges, float epoch,
                         const LayoutForces *forces, uint32_t *random) {
  if (dimensions == 2)
    layout_epoch_in(positions, points, 2, edges, epoch, forces, random);
  else if (dimensions == 3)
    layout_epoch_in(positions, points, 3, edges, epoch, forces, random);
  else
    layout_epoch_in(positions, points, dimensions, edges, epoch, forces, random);
}

// One step of a three-term recurrence with a sparse matrix A, over a block of columns x side by side, a multiple of 8:
// result = product · A x + own · x + earlier · result.
static void sparse_recurrence(const int64_t *row_starts, const int32_t *columns, const double *entries, size_t rows,
                              const double *x, size_t width, double product, double own, double earlier,
                              double *result) {
  for (size_t row = 0; row < rows; row++) {
    for (size_t part = 0; part < width; part += LANES) {
      Vector sum = all(0);
      for (int64_t i = row_starts[row]; i < row_starts[row + 1]; i++)
        sum = fused(all(entries[i]), load(x + (size_t)columns[i] * width + part), sum);
      double *into = result + row * width + part;
      Vector rest = fused(all(own), load(x + row * width + part), all(earlier) * load(into));
      store(into, fused(all(product), sum, rest));
    }
  }
}
