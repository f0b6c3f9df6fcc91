import FoundationEssentials
import SourceText

/// The difference as one JSON object, for other programs.
struct DiffJSON: Encodable {
  struct Side: Encodable {
    /// The revision as it was asked for, or `working tree`.
    var name: String
    var commit: String?
    var diagnostics: [JSONReport.Entry]
  }

  struct Move: Encodable {
    var file: String
    var line: Int
    var kind: String
    var name: String
    var old: Scalar
    var new: Scalar
    /// Left out where it was no number, or 0.
    var relative: Double?
  }

  struct Single: Encodable {
    var file: String
    var line: Int
    var kind: String
    var name: String
  }

  struct Rename: Encodable {
    var old: String
    var new: String
  }

  /// A number, or a text; a number that JSON does not have is a text.
  enum Scalar: Encodable {
    case number(Double)
    case text(String)

    init(_ side: ChangeSide) {
      switch side {
      case .number(let number): self = number.isFinite ? .number(number) : .text("\(number)")
      case .words(let words): self = .text(words)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  var from: Side
  var to: Side
  var compared: Int
  var moved: [Move]
  /// Moves within very large values that are not listed.
  var omitted: Int
  var added: [Single]
  var removed: [Single]
  var renamed: [Rename]

  init(_ difference: CourseDifference, from: Side, to: Side) {
    self.from = from
    self.to = to
    compared = difference.compared
    omitted = difference.omitted
    moved = difference.moves.map { move in
      Move(
        file: move.lesson, line: move.line, kind: move.kind.rawValue, name: move.name, old: Scalar(move.old),
        new: Scalar(move.new), relative: move.relative.isFinite ? move.relative : nil)
    }
    added = difference.added.map(Single.init)
    removed = difference.removed.map(Single.init)
    renamed = difference.renamed.map { Rename(old: $0.old, new: $0.new) }
  }

  /// The object's text, with a line break at its end.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

extension DiffJSON.Single {
  fileprivate init(_ single: CourseDifference.Single) {
    (file, line, kind, name) = (single.lesson, single.line, single.kind, single.name)
  }
}
