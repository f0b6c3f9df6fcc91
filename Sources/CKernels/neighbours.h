// Distances of a few points to many, and the search for small ones among them.
#pragma once

// The squared distances of points (one a row) to tiles of TILE others, whose numbers lie coordinate after coordinate.
//
// Differences are squared and added in the order of the coordinates, so that nothing cancels for near points, and the
// distance from a to b has the bits of that from b to a. A tile stays in the cache while all points pass over it.
static void squared_distances(const double *points, size_t point_count, size_t width, const double *tiles,
                              size_t tile_count, double *result, size_t result_stride) {
  for (size_t tile = 0; tile < tile_count; tile++) {
    const double *others = tiles + tile * width * 4 * LANES;
    for (size_t point = 0; point < point_count; point++) {
      const double *from = points + point * width;
      Vector first = all(0), second = all(0), third = all(0), fourth = all(0);
      for (size_t axis = 0; axis < width; axis++) {
        const double *to = others + axis * 4 * LANES;
        Vector centre = all(from[axis]);
        Vector a = centre - load(to), b = centre - load(to + LANES);
        Vector c = centre - load(to + 2 * LANES), d = centre - load(to + 3 * LANES);
        first = fused(a, a, first);
        second = fused(b, b, second);
        third = fused(c, c, third);
        fourth = fused(d, d, fourth);
      }
      double *into = result + point * result_stride + tile * 4 * LANES;
      store(into, first);
      store(into + LANES, second);
      store(into + 2 * LANES, third);
      store(into + 3 * LANES, fourth);
    }
  }
}

// The first place from `start` on whose number is below the limit; `count` for none.
static size_t find_below(const double *x, size_t start, size_t count, double limit) {
  size_t i = start;
  for (; i + 2 * LANES <= count; i += 2 * LANES) {
    Mask below = (load(x + i) < all(limit)) | (load(x + i + LANES) < all(limit));
    if (__builtin_reduce_or(below)) break;
  }
  while (i < count && !(x[i] < limit)) i++;
  return i;
}
