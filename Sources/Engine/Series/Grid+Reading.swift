import Expressions
import LessonFormat
import SourceText

extension Grid {
  /// Reads the grid of a sweep; throws everything in it that does not fit.
  init(reading over: WrittenValue) throws {
    let datum = try over.literal()
    if let points = datum.listValue {
      let axes = try Self.axes(listing: points)
      try self.init(listing: axes, count: points.count, at: datum)
    } else if let entries = datum.mappingValue {
      // What follows a comma in an expression would only be misread.
      if let cut = entries.first(where: \.value.isCutOffExpression) { _ = try Self.values(of: cut, over) }
      let axes = try collectingErrors(entries) { entry in
        Axis(key: entry.key, values: try Self.values(of: entry, over))
      }
      try self.init(combining: axes, at: datum)
    } else {
      throw over.mismatch(expected: "names, each with a list of values, or a list of points")
    }
    evaluate { (try? over.part($0).value()) ?? .text($0.scalarText?.text ?? $0.summary) }
  }

  private static func values(of entry: Datum.Entry, _ over: WrittenValue) throws -> [Datum] {
    let written = over.part(entry.value)
    guard let values = try written.literal().listValue else {
      throw written.mismatch(expected: "a list of the values of \(entry.key.value)")
    }
    guard !values.isEmpty else {
      throw LessonError.parameter(entry.value, "\(entry.key.value) has no values")
    }
    return values
  }

  /// The names that points give values to, which must be the same for all.
  private static func axes(listing points: [Datum]) throws -> [Axis] {
    let named = try collectingErrors(points) { point throws(LessonError) in
      guard let entries = point.mappingValue, !entries.isEmpty else {
        throw .parameter(
          point, "expected a point, found \(point.summary)", help: "for example {hidden: 4, steps: 100}")
      }
      return entries
    }
    var axes = (named.first ?? []).map { Axis(key: $0.key, values: []) }
    var errors: [LessonError] = []
    for (point, entries) in zip(points, named) {
      for index in axes.indices {
        let key = axes[index].key.value
        guard let entry = entries.first(where: { $0.key.value == key }) else {
          errors.append(.parameter(point, "the point has no \(key), which the first one has"))
          continue
        }
        axes[index].values.append(entry.value)
      }
      for entry in entries where !axes.contains(where: { $0.key.value == entry.key.value }) {
        errors.append(
          LessonError(
            .parameter, at: .span(entry.key.span), "the first point has no \(entry.key.value)",
            help: "every point names the same parameters"))
      }
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    return axes
  }
}

extension WrittenValue {
  /// The piece itself, or what its expression gives as if it were written out there.
  fileprivate func literal() throws -> Datum {
    guard datum.expressionText != nil else { return datum }
    return try Datum(writing: try value(), at: datum)
  }
}

extension Datum {
  /// A value as if it were written out at the place of an expression.
  fileprivate init(writing value: Value, at place: Datum) throws(LessonError) {
    switch value {
    case .number(let number): self.init(number, at: place.span)
    case .boolean(let boolean): self.init(.boolean(boolean), span: place.span)
    case .text(let text):
      guard text.utf8.first != UInt8(ascii: "=") else {
        throw .parameter(place, "a text that begins with = would be an expression where it is used")
      }
      var mapped = MappedText(at: place.span.start)
      mapped.append(text, from: place.span)
      self.init(.text(mapped), span: place.span)
    case .vector(let numbers):
      self.init(.list(numbers.map { Datum($0, at: place.span) }), span: place.span)
    case .matrix(let matrix):
      let rows = (0..<matrix.rows).map { row in
        Datum(.list((0..<matrix.columns).map { Datum(matrix[row, $0], at: place.span) }), span: place.span)
      }
      self.init(.list(rows), span: place.span)
    case .list(let values):
      var entries: [Datum] = []
      for value in values { entries.append(try Datum(writing: value, at: place)) }
      self.init(.list(entries), span: place.span)
    case .record(let record):
      var entries: [Entry] = []
      for (name, value) in record.entries {
        entries.append(Entry(key: Spanned(name, place.span), value: try Datum(writing: value, at: place)))
      }
      self.init(.mapping(entries), span: place.span)
    case .function: throw .parameter(place, "a function cannot be a value in a grid")
    }
  }

  private init(_ number: Double, at span: Span) {
    let spelling = Int(exactly: number).map(String.init) ?? "\(number)"
    self.init(.number(number, spelling: spelling), span: span)
  }
}
