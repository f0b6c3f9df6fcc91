import Foundation
import Mathematics

/// The law L = E + A/N^α + B/D^β fitted to training runs by the sum of Huber's losses of the logarithms, from every
/// hundredth start of a grid of 4,500 (`every` another share); seconds are those of one start.
///
/// Hoffmann et al. 2022, section 3.3; five runs are left out as in Besiroglu et al. 2024. The answer is the optimum,
/// then the share of starts that reach it to a part in 10⁸, then the five coefficients.
func chinchilla(_ arguments: [String], repetitions: Int) throws -> Measurement {
  guard let path = arguments.first else {
    throw UsageError(description: "chinchilla TABLE [EVERY] REPETITIONS, where EVERY is 100 unless given")
  }
  let runs = try TrainingRuns(path: path)
  let starts = gridOfStarts(every: arguments.count > 1 ? Int(arguments[1]) ?? 100 : 100)
  let search = QuasiNewtonSearch(dimension: 5)
  let objective = ChinchillaObjective(runs)
  return Measurement(repetitions: repetitions, units: Double(starts.count)) {
    let found = starts.map { search.minimum(from: $0, of: objective.valueAndSlope) }
    guard let best = found.min(by: { $0.value < $1.value }) else { return [] }
    let share = Double(found.count { $0.value <= best.value * (1 + 1e-8) }) / Double(found.count)
    return arguments.count > 1 ? [best.value, share] + best.point : [best.value]
  }
}

/// ln A, ln B, ln E, α and β, in the order in which scipy's grid is walked.
private func gridOfStarts(every share: Int) -> [[Double]] {
  let factors = [0.0, 5, 10, 15, 20, 25]
  let exponents = [0.0, 0.5, 1, 1.5, 2]
  var starts: [[Double]] = []
  for a in factors {
    for b in factors {
      for e in [-1.0, -0.5, 0, 0.5, 1] {
        for alpha in exponents { for beta in exponents { starts.append([a, b, e, alpha, beta]) } }
      }
    }
  }
  return stride(from: 0, to: starts.count, by: max(share, 1)).map { starts[$0] }
}

/// The logarithms of parameters, tokens and loss of the runs that are kept.
private struct TrainingRuns {
  var size: [Double] = []
  var tokens: [Double] = []
  var loss: [Double] = []

  /// Reads a table with columns Model Size, Training FLOP and loss; tokens are FLOP / (6 N).
  init(path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let columns = try ["Model Size", "Training FLOP", "loss"].map { name in
      guard let column = rows.first?.firstIndex(of: name) else {
        throw UsageError(description: "\(path) has no column \(name)")
      }
      return rows.dropFirst().compactMap { Double($0[column]) }
    }
    let bound = columns[2].sorted().suffix(5).first ?? .infinity
    for index in columns[2].indices where columns[2][index] < bound {
      size.append(Foundation.log(columns[0][index]))
      tokens.append(Foundation.log(columns[1][index] / (6 * columns[0][index])))
      loss.append(Foundation.log(columns[2][index]))
    }
  }
}

/// The sum of Huber's losses of log-sum-exp(a − α log N, b − β log D, e) − log L, with its slope.
private final class ChinchillaObjective {
  private static let threshold = 1e-3
  private let runs: TrainingRuns
  private let count: Int
  // The three terms of every run, one after the other; then their logarithm of the sum, then its slope.
  private var work: [Double]

  init(_ runs: TrainingRuns) {
    self.runs = runs
    count = runs.loss.count
    work = [Double](repeating: 0, count: 5 * runs.loss.count)
  }

  func valueAndSlope(_ point: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>) -> Double {
    work.withUnsafeMutableBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return 0 }
      let (second, third) = (first + count, first + 2 * count)
      let (top, sum) = (first + 3 * count, first + 4 * count)
      for row in 0..<count {
        let terms = (point[0] - point[3] * runs.size[row], point[1] - point[4] * runs.tokens[row], point[2])
        let largest = max(terms.0, max(terms.1, terms.2))
        top[row] = largest
        first[row] = terms.0 - largest
        second[row] = terms.1 - largest
        third[row] = terms.2 - largest
      }
      VectorLoops.exponential(first, into: first, count: 3 * count)
      for row in 0..<count { sum[row] = first[row] + second[row] + third[row] }
      return total(Terms(first: first, second: second, third: third, top: top, sum: sum), slope)
    }
  }

  private struct Terms {
    let first, second, third, top, sum: UnsafeMutablePointer<Double>
  }

  private func total(_ terms: Terms, _ slope: UnsafeMutablePointer<Double>) -> Double {
    let threshold = Self.threshold
    var value = 0.0
    for index in 0..<5 { slope[index] = 0 }
    let logarithms = terms.top
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { logarithm in
      guard let logarithm = logarithm.baseAddress else { return }
      VectorLoops.logarithm(terms.sum, into: logarithm, count: count)
      for row in 0..<count { logarithms[row] += logarithm[row] - runs.loss[row] }
    }
    for row in 0..<count {
      let deviation = logarithms[row]
      let size = deviation.magnitude
      value += size <= threshold ? deviation * deviation / 2 : threshold * (size - threshold / 2)
      let pull = min(max(deviation, -threshold), threshold) / terms.sum[row]
      let (a, b) = (terms.first[row] * pull, terms.second[row] * pull)
      slope[0] += a
      slope[1] += b
      slope[2] += terms.third[row] * pull
      slope[3] -= a * runs.size[row]
      slope[4] -= b * runs.tokens[row]
    }
    return value
  }
}
