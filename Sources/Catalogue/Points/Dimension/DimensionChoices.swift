import Engine
import Expressions
import LessonFormat
import Mathematics

/// How a dimension is estimated.
enum DimensionMethod: String, ChoiceParameter {
  /// From the ratio of the distances to the two nearest (Facco and others 2017).
  case twoNN = "two-nn"
  /// From the distances to the k nearest (Levina and Bickel 2004).
  case levinaBickel = "levina-bickel"
}

/// What a point's sum of logarithms is the inverse of, by Levina and Bickel.
enum DimensionFactor: String, ChoiceParameter {
  case likelihood
  case unbiased

  var factor: LevinaBickel.Factor { self == .unbiased ? .unbiased : .maximumLikelihood }
}

/// What is averaged over the points.
enum DimensionAverage: String, ChoiceParameter {
  case dimensions
  case inverses

  var averaging: LevinaBickel.Averaging { self == .inverses ? .inverses : .dimensions }
}

/// A kind of cloud of known dimension.
enum CloudKind: String, ChoiceParameter {
  case gaussian
  case cube
  case ball
  case sphere
  case torus

  var cloud: PointCloud {
    switch self {
    case .gaussian: .gaussian
    case .cube: .cube
    case .ball: .ball
    case .sphere: .sphere
    case .torus: .torus
    }
  }
}

/// One number of neighbours, or several.
struct NeighbourCounts: ParameterValue {
  let counts: [Int]

  static let typeDescription = "a whole number or a list of them"
  /// Nobody looks at more.
  private static let mostCounts = 30

  init(_ counts: [Int]) { self.counts = counts }

  init(reading argument: WrittenValue) throws {
    if case .number = try argument.value() {
      counts = [try Int(reading: argument)]
    } else {
      counts = try [Int](reading: argument)
    }
    guard (1...Self.mostCounts).contains(counts.count) else {
      throw LessonError.parameter(
        argument.datum, "there are \(counts.count) numbers in it; 1 to \(Self.mostCounts) are allowed")
    }
  }

  var boundedNumbers: [Double] { counts.map(Double.init) }

  var parameterDescription: String {
    counts.count == 1 ? "\(counts[0])" : counts.parameterDescription
  }

  func append(to digest: inout Digest) { counts.append(to: &digest) }
}
