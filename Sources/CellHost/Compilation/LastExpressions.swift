import Engine

/// Finds the expression that each cell ends in, by the compiler's own parser.
struct LastExpressions {
  /// Where each cell's begins, as an offset in the cell; nil for a cell that ends in none.
  let starts: [Int?]

  /// Reads the compiler's dump of a program's syntax.
  ///
  /// - Parameter dump: the tree in JSON, of the text of the cells without their expressions marked.
  init(dump: [UInt8], source: ProgramSource, cellCount: Int) {
    var starts: [Int?] = Array(repeating: nil, count: cellCount)
    for item in JSON(dump)?["items"]?.elements ?? [] where item["_kind"]?.text != "import_decl" {
      guard let start = item["range"]?["start"]?.number, let place = source.place(of: Int(start)),
        starts.indices.contains(place.cell), !Self.isImplicit(item)
      else { continue }
      starts[place.cell] = Self.isExpression(item) ? place.start : nil
    }
    self.starts = starts
  }

  /// Variables are listed once more behind what binds them.
  private static func isImplicit(_ item: JSON) -> Bool { item["_kind"]?.text == "var_decl" }

  private static func isExpression(_ item: JSON) -> Bool {
    guard item["_kind"]?.text == "top_level_code_decl", let elements = item["body"]?["elements"]?.elements,
      elements.count == 1, let kind = elements[0]["_kind"]?.text
    else { return false }
    let parts = [elements[0]] + (elements[0]["elements"]?.elements ?? [])
    return kind.hasSuffix("_expr") && !parts.contains { $0["_kind"]?.text == "assign_expr" }
  }
}
