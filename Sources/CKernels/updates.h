// Steps of optimisers: parameters and their memory changed in place, in one pass.
#pragma once

typedef struct {
  double rate, decay, scale;
  int looks_ahead;
} MomentumStep;

INLINE void move(MomentumStep step, Vector gradient, Vector *memory, Vector *x) {
  Vector g = gradient * all(step.scale);
  *memory = fused(all(step.decay), *memory, g);
  *x = fused(all(-step.rate), step.looks_ahead ? fused(all(step.decay), *memory, g) : *memory, *x);
}

static void momentum_step(double rate, double decay, double scale, int looks_ahead, const double *gradient,
                          double *memory, double *x, size_t count) {
  MomentumStep step = {rate, decay, scale, looks_ahead};
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    Vector m = load(memory + i), next = load(x + i);
    move(step, load(gradient + i), &m, &next);
    store(memory + i, m);
    store(x + i, next);
  }
  if (i == count) return;
  Vector m = load_some(memory + i, count - i, 0), next = load_some(x + i, count - i, 0);
  move(step, load_some(gradient + i, count - i, 0), &m, &next);
  store_some(memory + i, m, count - i);
  store_some(x + i, next, count - i);
}

typedef struct {
  Vector x, mean, square;
} AdamState;

INLINE AdamState adam_next(const AdamStep *step, Vector g, AdamState old) {
  g *= all(step->gradient_scale);
  AdamState next;
  next.mean = fused(all(1.0 - step->mean_decay), g, all(step->mean_decay) * old.mean);
  next.square = fused(all(1.0 - step->square_decay), g * g, all(step->square_decay) * old.square);
  Vector size = __builtin_elementwise_sqrt(next.square * all(step->square_correction)) + all(step->epsilon);
  Vector kept = all(step->shrinkage) * old.x;
  next.x = kept - all(step->rate) * ((next.mean * all(step->mean_correction)) / size);
  return next;
}

static void adam_step(const AdamStep *step, const double *gradient, double *mean, double *square, double *x,
                      size_t count) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    AdamState next = adam_next(step, load(gradient + i), (AdamState){load(x + i), load(mean + i), load(square + i)});
    store(mean + i, next.mean);
    store(square + i, next.square);
    store(x + i, next.x);
  }
  size_t rest = count - i;
  if (rest == 0) return;
  AdamState old = {load_some(x + i, rest, 0), load_some(mean + i, rest, 0), load_some(square + i, rest, 0)};
  AdamState next = adam_next(step, load_some(gradient + i, rest, 0), old);
  store_some(mean + i, next.mean, rest);
  store_some(square + i, next.square, rest);
  store_some(x + i, next.x, rest);
}
