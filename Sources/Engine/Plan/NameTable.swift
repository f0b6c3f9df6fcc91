import SourceText

/// The names that a lesson defines, each with what gives it its value and the place from which on it stands.
struct NameTable: Sendable {
  /// What gives a name its value.
  enum Meaning: Sendable {
    /// The result of one step.
    case step(Int)
    /// A record whose fields are the results of steps, each of which stands alone.
    case fields(StepFields)

    /// All the steps behind it.
    var steps: [Int] {
      switch self {
      case .step(let step): [step]
      case .fields(let fields): fields.entries.map(\.step)
      }
    }

    /// The steps that a use needs: one field of a record does not wait for its neighbours.
    func steps(using field: String?) -> [Int] {
      if let field, case .fields(let fields) = self, let step = fields[field] { return [step] }
      return steps
    }
  }

  struct Entry: Sendable {
    var meaning: Meaning
    var span: Span
  }

  private(set) var entries: [String: Entry] = [:]
  /// The names that are taken by what has no value.
  private var valueless: [String: Span] = [:]
  /// Where the lesson will define names, whether or not the planner has come there.
  private let announced: [String: Span]
  /// The place from which on names may be missing, because a directive there that defines some cannot be read.
  private var incompleteFrom = Int.max

  /// Makes an empty table for a lesson that will define names at these places.
  init(announcing announced: [String: Span]) {
    self.announced = announced
  }

  /// Defines a name, or takes it for what has no value; false where it is taken.
  mutating func define(_ name: Spanned<String>, _ meaning: Meaning?) -> Bool {
    guard place(of: name.value) == nil else { return false }
    if let meaning {
      entries[name.value] = Entry(meaning: meaning, span: name.span)
    } else {
      valueless[name.value] = name.span
    }
    return true
  }

  /// Where a name was taken; nil where it is free.
  func place(of name: String) -> Span? { entries[name]?.span ?? valueless[name] }

  /// Notes that a directive at a place may have defined names that nobody knows.
  mutating func missNames(from offset: Int) {
    incompleteFrom = min(incompleteFrom, offset)
  }

  /// Whether a name that is unknown at a place of the lesson may be one that could not be read.
  func mayMissNames(at offset: Int) -> Bool { incompleteFrom < offset }

  /// What a name means at a place of the lesson; nil where nothing before that place defines it.
  func meaning(of name: String, at offset: Int) -> Meaning? {
    guard let entry = entries[name], entry.span.start < offset else { return nil }
    return entry.meaning
  }

  /// The place of a definition that comes too late for a place of the lesson.
  func laterDefinition(of name: String, than offset: Int) -> Span? {
    guard let span = announced[name], span.start >= offset else { return nil }
    return span
  }

  /// The names that stand at a place of the lesson, in no particular order.
  func names(at offset: Int) -> [String] {
    entries.filter { $0.value.span.start < offset }.map(\.key)
  }
}

/// The fields of a record whose values come from steps, in the order in which they were written.
struct StepFields: Sendable {
  private(set) var entries: [(name: String, step: Int)] = []
  private var steps: [String: Int] = [:]
  private var names: [Int: String] = [:]

  /// Adds a field.
  mutating func append(_ name: String, step: Int) {
    entries.append((name, step))
    steps[name] = step
    names[step] = name
  }

  /// The step behind a field.
  subscript(name: String) -> Int? { steps[name] }

  /// The fields whose values come from some steps, in order.
  func entries(among chosen: Set<Int>) -> [(name: String, step: Int)] {
    guard chosen.count < entries.count else { return entries.filter { chosen.contains($0.step) } }
    return chosen.sorted().compactMap { step in names[step].map { ($0, step) } }
  }
}
