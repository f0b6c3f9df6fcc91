import Expressions

/// A text with the place of a mistake marked by `▸` before it and, where its end matters, `◂` behind it.
struct MarkedText {
  var text: String
  var start: Int
  var end: Int?

  init(_ marked: String) {
    var text = ""
    var start = 0
    var end: Int?
    for character in marked {
      switch character {
      case "▸": start = text.utf8.count
      case "◂": end = text.utf8.count
      default: text.append(character)
      }
    }
    self.text = text
    self.start = start
    self.end = end
  }
}

/// The names that the tests' expressions use.
let lesson = DictionaryScope([
  "a": .number(3), "b1": .number(0.5), "v": .vector([1, 2, 3]), "w": .vector([4, 5, 6]),
  "W": .matrix(Matrix(rows: 2, columns: 3, entries: [1, 2, 3, 4, 5, 6]) ?? emptyMatrix),
  "m_2": .number(7), "m": .vector([10, 20]), "x": .number(2), "yhat": .vector([0.25, 0.75]),
  "n": .record(Record([("Paris", .number(1)), ("New York", .number(2)), ("m_2", .number(9))])),
  "close": .record(
    Record([
      (
        "p", .record(Record([("Madrid", .number(0.25)), ("Paris", .number(0.5)), ("Berlin", .number(0.25))]))
      ),
      ("top", .text("Paris")), ("entropy", .number(1.04)),
    ])),
  "f": .record(
    Record([
      (
        "predict",
        .function(Function(parameters: ["x"], formula: "b * x + 1", constants: Record([("b", .number(2))])))
      )
    ])),
  "names": .list([.text("one"), .text("two")]), "t": .text("hello"), "yes": .boolean(true),
  "nan": .number(.nan), "α": .number(1.5), "i": .number(2),
])

private let emptyMatrix = Matrix(rows: 0, columns: 0, entries: []) ?? Matrix.none

extension Matrix {
  static var none: Matrix { preconditionFailure("a matrix of no entries can be made") }
}

/// The value of a text in the tests' lesson.
func value(of text: String) throws(ExpressionError) -> Value {
  try Expression.parse(text).evaluate(in: lesson)
}

/// The mistake in a text, from reading it or from evaluating it.
func mistake(in text: String) -> ExpressionError? {
  do {
    _ = try value(of: text)
    return nil
  } catch {
    return error
  }
}
