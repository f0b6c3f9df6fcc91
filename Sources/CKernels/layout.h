// One epoch of UMAP's stochastic descent, in single precision: sixteen edges at a time, one a lane.
#pragma once

#define MOST_DIMENSIONS 64
#define DUE_BLOCK 1024
#define EDGES 16

typedef float Floats __attribute__((vector_size(64)));
typedef int32_t Integers __attribute__((vector_size(64)));
typedef uint32_t Words __attribute__((vector_size(64)));

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

// The coordinates of points, a vector for each axis.
INLINE void gather(const float *positions, size_t dimensions, const int32_t *points, Floats *result) {
  if (dimensions == 2) {
    // Both coordinates of a point in one load.
    double pairs[EDGES];
    for (int lane = 0; lane < EDGES; lane++) memcpy(&pairs[lane], positions + 2 * (size_t)points[lane], 8);
    Vector low = {pairs[0], pairs[1], pairs[2], pairs[3], pairs[4], pairs[5], pairs[6], pairs[7]};
    Vector high = {pairs[8], pairs[9], pairs[10], pairs[11], pairs[12], pairs[13], pairs[14], pairs[15]};
    result[0] = __builtin_shufflevector((Floats)low, (Floats)high, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26,
                                        28, 30);
    result[1] = __builtin_shufflevector((Floats)low, (Floats)high, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27,
                                        29, 31);
    return;
  }
  for (size_t axis = 0; axis < dimensions; axis++)
    for (int lane = 0; lane < EDGES; lane++) result[axis][lane] = positions[(size_t)points[lane] * dimensions + axis];
}

// The steps that points at `from` take by the forces of others, one other for each.
INLINE void find_steps(const Floats *from, const Floats *others, Floats *steps, size_t dimensions, int attracting,
                         Integers active, const LayoutForces *forces) {
  Floats square = all_floats(0);
  for (size_t axis = 0; axis < dimensions; axis++) {
    Floats difference = from[axis] - others[axis];
    square = fused_floats(difference, difference, square);
  }
  // Above 0, so that the logarithm is finite; points that coincide exert no force, as their difference is 0.
  Floats distance = choose_floats(square < 0x1p-60f, all_floats(0x1p-60f), square);
  Floats power = binary_power(binary_logarithm(distance) * forces->b);
  Floats curve = fused_floats(power, all_floats(forces->a), all_floats(1.0f));
  Floats strength = attracting ? power * (-2.0f * forces->a * forces->b) / (distance * curve)
                               : 2.0f * forces->repulsion * forces->b / ((0.001f + distance) * curve);
  strength = choose_floats(active, strength, all_floats(0));
  for (size_t axis = 0; axis < dimensions; axis++)
    steps[axis] = clamped(strength * (from[axis] - others[axis]), 4.0f) * forces->rate;
}

// The edges of one batch: where their ends are, and how many points repel each head; lanes without an edge hold 0.
typedef struct {
  int32_t heads[EDGES], tails[EDGES];
  Integers repelling;
  size_t count;
} Batch;

// Takes edges that are due, notes when they are next, and counts the points that repel until then.
INLINE Batch take_batch(const LayoutEdges *edges, const uint32_t *due, size_t count, float epoch,
                        const LayoutForces *forces) {
  Batch batch = {.count = count};
  float lane_periods[EDGES] = {}, lane_next[EDGES] = {};
  for (size_t lane = 0; lane < count; lane++) {
    uint32_t edge = due[lane];
    batch.heads[lane] = edges->heads[edge];
    batch.tails[lane] = edges->tails[edge];
    lane_periods[lane] = edges->periods[edge];
    lane_next[lane] = edges->next_negative[edge];
    edges->next[edge] += edges->periods[edge];
  }
  if (!(forces->negatives > 0)) return batch;
  Floats periods, next;
  memcpy(&periods, lane_periods, sizeof periods);
  memcpy(&next, lane_next, sizeof next);
  periods = choose_floats(periods > 0, periods / forces->negatives, all_floats(INFINITY));
  Integers repelling = __builtin_convertvector((epoch - next) / periods, Integers);
  batch.repelling = repelling & (repelling > 0);
  next = fused_floats(__builtin_convertvector(batch.repelling, Floats), periods, next);
  memcpy(lane_next, &next, sizeof next);
  for (size_t lane = 0; lane < count; lane++) edges->next_negative[due[lane]] = lane_next[lane];
  return batch;
}

// Adds the steps of the batch's points to their positions, each multiplied by a sign.
INLINE void scatter(float *positions, size_t dimensions, const int32_t *points, size_t count, const Floats *steps,
                    float sign) {
  for (size_t axis = 0; axis < dimensions; axis++) {
    float lanes[EDGES];
    memcpy(lanes, &steps[axis], sizeof lanes);
    for (size_t lane = 0; lane < count; lane++)
      positions[(size_t)points[lane] * dimensions + axis] += sign * lanes[lane];
  }
}

// Attracts the two ends of each edge, then lets the points that are drawn repel its head.
//
// An edge sees the other edges' points where they were before the batch. All points that are drawn see its head where
// the attraction has left it: their forces do not wait for one another.
INLINE void run_batch(float *positions, size_t points, size_t dimensions, const Batch *batch,
                      const LayoutForces *forces, Words *state) {
  const Integers lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  Floats from[MOST_DIMENSIONS], others[MOST_DIMENSIONS], moved[MOST_DIMENSIONS];
  Floats attraction[MOST_DIMENSIONS], repulsion[MOST_DIMENSIONS];
  gather(positions, dimensions, batch->heads, from);
  gather(positions, dimensions, batch->tails, others);
  find_steps(from, others, attraction, dimensions, 1, lanes < (int32_t)batch->count, forces);
  for (size_t axis = 0; axis < dimensions; axis++) {
    moved[axis] = attraction[axis];
    from[axis] += attraction[axis];
  }
  int most = __builtin_reduce_max(batch->repelling);
  for (int number = 0; number < most; number++) {
    int32_t drawn[EDGES];
    Integers next = drawn_points(state, points);
    memcpy(drawn, &next, sizeof drawn);
    gather(positions, dimensions, drawn, others);
    find_steps(from, others, repulsion, dimensions, 0, batch->repelling > number, forces);
    for (size_t axis = 0; axis < dimensions; axis++) moved[axis] += repulsion[axis];
  }
  scatter(positions, dimensions, batch->heads, batch->count, moved, 1.0f);
  scatter(positions, dimensions, batch->tails, batch->count, attraction, -1.0f);
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
    for (size_t first = 0; first < due_count; first += EDGES) {
      size_t count = due_count - first < EDGES ? due_count - first : EDGES;
      Batch batch = take_batch(edges, due + first, count, epoch, forces);
      run_batch(positions, points, dimensions, &batch, forces, &state);
    }
  }
  memcpy(random, &state, sizeof state);
}

static void layout_epoch(float *positions, size_t points, size_t dimensions, const LayoutEdges *edges, float epoch,
                         const LayoutForces *forces, uint32_t *random) {
  if (dimensions == 2)
    layout_epoch_in(positions, points, 2, edges, epoch, forces, random);
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
