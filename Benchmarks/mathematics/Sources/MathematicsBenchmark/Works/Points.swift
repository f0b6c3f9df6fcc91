import Mathematics

/// 5,000 points of 64 dimensions in ten clusters, as the peers draw them.
private func clusters() throws -> Tensor {
  let centres = uniform(640, seed: 40).map { 4 * $0 }
  let noise = (41...43).map { uniform(5000 * 64, seed: $0) }
  let points = (0..<5000 * 64).map { index in
    let (point, coordinate) = (index / 64, index % 64)
    return centres[point % 10 * 64 + coordinate] + noise[0][index] + noise[1][index] + noise[2][index]
  }
  return try Tensor(points, shape: [5000, 64])
}

/// The 15 nearest neighbours of every point; the answer is the sum of their distances.
func neighbours(repetitions: Int) throws -> Measurement {
  let points = try clusters()
  return try Measurement(repetitions: repetitions) {
    [try nearestNeighbours(of: points, count: 15).distances.sum().scalar]
  }
}

/// UMAP with its defaults, seeded; the answer is the trustworthiness of 15 neighbours.
func layout(repetitions: Int) throws -> Measurement {
  let points = try clusters()
  let measured = try Measurement(repetitions: min(repetitions, 1)) {
    try UMAP().embed(points).values
  }
  let layout = try Tensor(measured.answer, shape: [5000, 2])
  return Measurement(
    seconds: measured.seconds, answer: [try trustworthiness(of: layout, for: points, neighbours: 15)])
}

/// The variances along the principal components of 5,000 stretched points; the answer is the largest three.
func principalComponents(repetitions: Int) throws -> Measurement {
  let stretch = (0..<64).map { 1 + 2 * Double($0) / 63 }
  let points = uniform(5000 * 64, seed: 7).enumerated().map { $1 * stretch[$0 % 64] }
  let tensor = try Tensor(points, shape: [5000, 64])
  return try Measurement(repetitions: repetitions) {
    Array(try PrincipalComponents(of: tensor).explainedVariance.prefix(3))
  }
}

/// The eigenvalues and vectors of a symmetric 500 × 500 matrix; the answer is the largest three values.
func eigenvalues(repetitions: Int) throws -> Measurement {
  let square = try Tensor(uniform(500 * 500, seed: 8), shape: [500, 500])
  let symmetric = try square + square.transposed()
  return try Measurement(repetitions: repetitions) {
    try symmetric.symmetricEigen().values.suffix(3).reversed()
  }
}
