/// A name as mathematics writes it: a letter with its accent, and the subscripts that belong to it.
struct TeXSymbol {
  var base: String
  var subscripts: [String] = []

  /// The TeX of a name: `alpha` is a Greek letter, `yhat` has a hat, `b1` a subscript, `loss` is upright.
  init(_ name: String) {
    if let letter = Self.letter(name) {
      self.init(tex: letter)
    } else if let accented = Self.accented(name) {
      self.init(tex: accented)
    } else if let derivative = Self.derivative(name) {
      self.init(tex: derivative)
    } else if let (head, digits) = Self.numbered(name) {
      self.init(head)
      subscripts.append(digits)
    } else if let (head, rest) = Self.labelled(name) {
      self.init(head)
      subscripts.append(rest)
    } else {
      self.init(tex: TeXText.upright(name.replacing("_", with: " ")))
    }
  }

  /// Makes a symbol from finished TeX.
  init(tex: String) {
    base = tex
  }

  /// Whether the name is a derivative's, such as `dy_dx`.
  var isDerivative: Bool { base.hasPrefix("\\frac") }

  var tex: String {
    subscripts.isEmpty ? base : "\(base)_{\(subscripts.joined(separator: ","))}"
  }

  /// A single letter, Latin or Greek, by itself or by its name.
  private static func letter(_ name: String) -> String? {
    if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first {
      if scalar.isASCII { return name }
      return GreekLetters.names[scalar].map { "\\\($0)" }
    }
    if name == "inf" { return "\\infty" }
    return GreekLetters.commands.contains(name) ? "\\\(name)" : nil
  }

  private static func accented(_ name: String) -> String? {
    let accents = [("hat", "\\hat"), ("bar", "\\bar"), ("tilde", "\\tilde"), ("vec", "\\vec")]
    for (suffix, command) in accents where name.hasSuffix(suffix) {
      if let letter = letter(String(name.dropLast(suffix.count))) { return "\(command){\(letter)}" }
    }
    if name.hasSuffix("prime"), let letter = letter(String(name.dropLast(5))) { return "{\(letter)'}" }
    return nil
  }

  /// `dy_dx`, as a chain calls its derivatives.
  private static func derivative(_ name: String) -> String? {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.hasPrefix("d") && $0.count > 1 }) else { return nil }
    let symbols = parts.map { TeXSymbol(String($0.dropFirst())).tex }
    return "\\frac{d \(symbols[0])}{d \(symbols[1])}"
  }

  /// `b1` or `m_2`: a head and the digits at its end.
  private static func numbered(_ name: String) -> (String, String)? {
    var head = Substring(name)
    while let last = head.utf8.last, last >= 0x30, last <= 0x39 { head = head.dropLast() }
    let digits = String(name[head.endIndex...])
    if head.hasSuffix("_") { head = head.dropLast() }
    return head.isEmpty || digits.isEmpty ? nil : (String(head), digits)
  }

  /// `x_max`: a letter and the words that tell it from others.
  private static func labelled(_ name: String) -> (String, String)? {
    guard let underscore = name.firstIndex(of: "_") else { return nil }
    let head = String(name[..<underscore])
    let rest = name[name.index(after: underscore)...].replacing("_", with: " ")
    guard !rest.isEmpty, letter(head) != nil || accented(head) != nil else { return nil }
    return (head, TeXText.upright(String(rest)))
  }
}
