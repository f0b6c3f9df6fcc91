import Expressions
import LessonFormat
import SourceText

extension Grid {
  /// A part for each point, with the parameters that are the same for all.
  func parts(with common: [Datum.Entry], at span: Span) -> [SeriesPart] {
    let own = Set(axes.map(\.key.value))
    let rest = common.filter { !own.contains($0.key.value) }
    return points.indices.map { point in
      SeriesPart(name: name(of: point), body: Datum(.mapping(rest + entries(of: point)), span: span))
    }
  }

  /// Whether an ingredient of one point's run is a value of the grid.
  func gives(_ ingredient: Ingredient) -> Bool {
    let names = axes.map(\.key.value)
    switch ingredient.kind {
    case .parameter, .file: return names.contains(ingredient.name)
    case .seed: return names.contains("seed")
    case .option: return true
    default: return false
    }
  }

  /// The grid as parts of what a result depends on.
  var ingredients: [Ingredient] {
    axes.indices.map { index in
      var digest = Digest()
      for value in column(index) { digest.append(value) }
      let shown = axes[index].evaluated.map(Self.short).joined(separator: ", ")
      return Ingredient(.parameter, axes[index].key.value, shown: shown, digest: digest)
    }
  }
}

extension Sweep {
  /// Finds names that stand in two places, now that those of the grid are known.
  func check(_ grid: Grid) throws {
    var errors: [LessonError] = []
    for axis in grid.axes {
      if axis.key.value == Repetitions.key {
        errors.append(
          LessonError(
            .parameter, at: .span(axis.key.span), "a grid has no seeds",
            help: "write seed: [1, 2, 3] here, or seeds: 3 beside over:"))
      }
      if let twice = with.first(where: { $0.key.value == axis.key.value }),
        seeds == nil || axis.key.value != "seed"
      {
        errors.append(
          LessonError(
            .parameter, at: .span(twice.key.span), "\(twice.key.value) is in over, too",
            help: "write it in one of the two"))
      }
      for path in keep ?? [] where path.names[0] == axis.column {
        errors.append(
          LessonError(
            .parameter, at: .span(path.span),
            "the column \(path.names[0]) is that of the parameter \(axis.key.value)",
            help: "leave \(path.text) out: a column has one name"))
      }
    }
    let columns = grid.axes.map(\.column)
    if let axis = grid.axes.enumerated().first(where: { columns[..<$0.offset].contains($0.element.column) })?
      .element
    {
      let isSeed = axis.column == "seed" && seeds != nil
      errors.append(
        LessonError(
          .parameter, at: .span(axis.key.span),
          isSeed
            ? "over names the seed, so seeds cannot count it" : "two columns would be called \(axis.column)",
          help: isSeed ? "leave one of them out" : nil))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }
}
