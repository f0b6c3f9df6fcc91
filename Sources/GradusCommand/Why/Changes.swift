import Engine

extension RunRecord {
  /// What is not as it was in an earlier record, a line each.
  func changes(since earlier: RunRecord) -> [String] {
    guard earlier.state != Self.failed.state, state != Self.failed.state else { return [] }
    var lines: [String] = []
    for ingredient in ingredients {
      let before = earlier.ingredients.first { $0.isSame(as: ingredient) }
      guard before?.digest != ingredient.digest else { continue }
      lines.append(
        before.map { ingredient.change(from: $0) } ?? "\(ingredient.title) is new\(ingredient.told)")
    }
    for old in earlier.ingredients where !ingredients.contains(where: { $0.isSame(as: old) }) {
      lines.append("\(old.title) is no longer there\(old.told)")
    }
    return lines
  }
}

extension Ingredient {
  fileprivate func isSame(as other: Ingredient) -> Bool { kind == other.kind && name == other.name }

  fileprivate func change(from old: Ingredient) -> String {
    let isTold = !old.shown.isEmpty && !shown.isEmpty && old.shown != shown
    return "\(title) changed" + (isTold ? " from \(old.shown) to \(shown)" : "")
  }

  fileprivate var told: String { shown.isEmpty ? "" : ": \(shown)" }

  fileprivate var title: String {
    switch kind {
    case .program: "Gradus itself"
    case .toolchain: "the Swift toolchain, or what cells import,"
    case .experiment: "the experiment"
    case .code: codeTitle
    case .option: "the option \(name)"
    case .parameter: "the parameter \(name)"
    case .seed: "the seed"
    case .seeds: "the number of seeds"
    case .file: "the data file \(name)"
    case .value: name.isEmpty ? "its value" : "\(name), which it names,"
    case .expression: "its expression"
    }
  }

  private var codeTitle: String {
    if name.isEmpty { return "its code" }
    return Int(name) == nil ? "the code that declares {\(name)}" : "the code of cell \(name) of its program"
  }
}
