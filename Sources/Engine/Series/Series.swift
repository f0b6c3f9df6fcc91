import LessonFormat

/// Why a directive runs its experiment several times; each run is a part with a key of its own.
enum Series: Sendable {
  /// With so many seeds that follow each other.
  case seeds(Int)
  /// At every point of a grid.
  case sweep(Sweep)

  /// How many runs there are, as far as the text alone says it.
  var writtenCount: Int {
    switch self {
    case .seeds(let count): count
    case .sweep(let sweep): sweep.writtenCount
    }
  }

  /// What its parts are called, when they are counted.
  var noun: String {
    switch self {
    case .seeds: "seed"
    case .sweep: "point"
    }
  }
}

/// One run of a directive that has several.
struct SeriesPart: Sendable {
  /// What sets it apart from the others: `seed 3`, `hidden 8 and seed 3`.
  var name: String
  /// What its parameters are read from.
  var body: Datum
}

extension Plan.Work {
  /// What was written for the parameters of what it runs, given the body of its directive.
  func parameters(in body: Datum) -> Datum {
    guard case .series(_, .sweep(let sweep)) = self else { return body }
    return Datum(.mapping(sweep.entries), span: body.span)
  }

  /// What of it can be read as values of parameters before anything is evaluated.
  func values(in body: Datum) -> [Datum.Entry] {
    guard case .series(_, .sweep(let sweep)) = self else { return ParameterBinder.entries(of: body) }
    return sweep.values
  }
}
