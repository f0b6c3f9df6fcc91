import Mathematics

extension FunctionDefinition {
  /// Making vectors, and asking about them.
  static var sequences: [FunctionDefinition] {
    [
      .general(
        "length", "v", 1...1, "the number of entries; of a matrix, its rows",
        .command("\\operatorname{length}")
      ) {
        arguments throws(Complaint) in .number(S(Double(try length(of: arguments[0]))))
      },
      .general(
        "last", "v", 1...1, "the last entry; of a matrix, its last row", .command("\\operatorname{last}")
      ) {
        arguments throws(Complaint) in try last(of: arguments[0])
      },
      .reduction("cumsum", "the sums of the entries up to each", least: 0, .command("\\operatorname{cumsum}"))
      {
        entries in
        var sum = S(0)
        return .vector(
          entries.map { entry in
            sum = sum + entry
            return sum
          })
      },
      .general(
        "linspace", "a, b, n", 3...3, "n numbers from a to b, evenly spaced",
        .command("\\operatorname{linspace}")
      ) { arguments throws(Complaint) in try spaced(arguments, "linspace") { linspace($0, $1, count: $2) } },
      .general(
        "logspace", "a, b, n", 3...3, "n numbers from a to b above 0, evenly spaced in their logarithm",
        .command("\\operatorname{logspace}")
      ) { arguments throws(Complaint) in
        for index in 0..<2 where try number(arguments, index, of: "logspace").primal <= 0 {
          throw Complaint(
            "logspace takes numbers above 0", help: "the ends themselves, such as logspace(0.1, 100, 200)")
        }
        return try spaced(arguments, "logspace") { logspace($0, $1, count: $2) }
      },
    ]
  }

  private static func spaced(
    _ arguments: [Quantity<S>], _ name: String, _ rule: (S, S, Int) -> [S]
  ) throws(Complaint) -> Quantity<S> {
    let count = try wholeNumber(arguments, 2, of: name, in: 1...Limits.entries)
    return .vector(
      rule(try number(arguments, 0, of: name), try number(arguments, 1, of: name), count))
  }

  private static func length(of value: Quantity<S>) throws(Complaint) -> Int {
    switch value {
    case .vector(let entries): return entries.count
    case .matrix(let grid): return grid.rows
    case .list(let values): return values.count
    case .record(let record): return record.names.count
    case .labelled(let names, _): return names.count
    default: throw Complaint("\(value.kind) has no length")
    }
  }

  private static func last(of value: Quantity<S>) throws(Complaint) -> Quantity<S> {
    switch value {
    case .vector(let entries): if let last = entries.last { return .number(last) }
    case .matrix(let grid): if let row = grid.rowsOfEntries.last { return .vector(row) }
    case .list(let values): if let last = values.last { return Quantity(last) }
    default: break
    }
    throw Complaint("\(value.kind) has no last entry")
  }
}
