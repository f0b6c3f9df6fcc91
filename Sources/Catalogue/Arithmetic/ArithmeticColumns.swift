import Engine
import Expressions
import Mathematics
import Plotting

/// Problems in arithmetic as columns of words and of numbers.
struct ArithmeticColumns {
  private let problems: [ArithmeticProblem]
  private let prompts: [String]
  private let answers: [String]

  init(_ problems: [ArithmeticProblem], lastDigitFirst: Bool) {
    func written(_ digits: [Int]) -> String { digits.map(String.init).joined(separator: " ") }
    self.problems = problems
    prompts = problems.map { "\(written($0.leftDigits)) \($0.operation.sign) \(written($0.rightDigits)) =" }
    answers = problems.map { written(lastDigitFirst ? $0.answerDigits.reversed() : $0.answerDigits) }
  }

  /// Some of the problems.
  func record(_ rows: Range<Int>) -> Record {
    func numbers(_ number: (ArithmeticProblem) -> Int) -> Value {
      .vector(problems[rows].map { Double(number($0)) })
    }
    return Record([
      ("sentence", .texts(rows.map { "\(prompts[$0]) \(answers[$0])" })),
      ("prompt", .texts(Array(prompts[rows]))), ("answer", .texts(Array(answers[rows]))),
      ("left", numbers(\.left)), ("right", numbers(\.right)), ("value", numbers(\.value)),
    ])
  }

  /// The first problems, as a reader sees them.
  func table(first count: Int) -> DisplayTable {
    let shown = min(count, problems.count)
    var data = DataSheet(headings: ["problem", "answer"])
    data.add([.texts(prompts), .texts(answers)])
    return DisplayTable(
      columns: [
        DisplayTable.Column(name: "problem", .words, cells: Array(prompts.prefix(shown))),
        DisplayTable.Column(name: "answer", .words, cells: Array(answers.prefix(shown))),
      ], omittedRows: problems.count - shown, data: data.kept)
  }
}

extension ArithmeticProblem.Operation {
  /// The sign between the numbers, a word of its own.
  fileprivate var sign: String {
    switch self {
    case .addition: "+"
    case .subtraction: "-"
    case .multiplication: "*"
    }
  }
}
