import LessonFormat

/// Why a directive runs its experiment several times; each run is a part with a key of its own.
enum Series: Sendable {
  /// With so many seeds that follow each other.
  case seeds(Int)

  /// How many runs there are, as far as the text alone says it.
  var writtenCount: Int {
    switch self {
    case .seeds(let count): count
    }
  }

  /// What its parts are called, when they are counted.
  var noun: String {
    switch self {
    case .seeds: "seed"
    }
  }
}

/// One run of a directive that has several.
struct SeriesPart: Sendable {
  /// What sets it apart from the others: `seed 3`.
  var name: String
  /// What its parameters are read from.
  var body: Datum
}

extension Plan.Work {
  /// What was written for the parameters of what it runs, in the body of its directive.
  func entries(in body: Datum) -> [Datum.Entry] {
    ParameterBinder.entries(of: body)
  }
}
