import Engine
import Expressions
import LessonFormat
import Mathematics

/// The rows that a model learns from, as tensors.
struct TrainingSet {
  /// A row for each example.
  let inputs: Tensor
  /// The number of each example's class, from 0, or the number to predict, one a row.
  let targets: Tensor
  /// The classes in the order in which they first appear; nil where a number is predicted.
  let classes: [String]?
  /// The name of what is predicted.
  let targetName: String
  /// What a network calls each of the inputs.
  let inputNames: [String]
  /// The column of vectors that the inputs are; nil where they are numbers.
  let vectorName: String?

  var rows: Int { inputs.shape[0] }

  /// Reads a table.
  ///
  /// - Parameter classes: The classes that a model knows already; nil to take those of the table.
  init(_ data: DataTable, inputs: TrainInputs, target: Formula, classes known: [String]? = nil) throws {
    guard data.rows > 0 else {
      throw LessonError.experiment("the table has no rows: there is nothing to learn")
    }
    let target = ColumnFormula(formula: target, data: data)
    targetName = target.columnName ?? target.formula.text.text.trimmed
    let texts = target.columnName.flatMap(data.texts)
    let read = try InputRows(inputs, of: data, also: texts == nil ? target : nil)
    (self.inputs, inputNames, vectorName) = (read.rows, read.names, read.vectorName)
    guard let texts else {
      targets = try Tensor(read.target, shape: [data.rows, 1])
      classes = nil
      return
    }
    if let row = texts.firstIndex(where: { $0.trimmed.isEmpty }) {
      throw LessonError(
        ExpressionError(
          target.formula.expression.extent, "row \(row + 1) has no \(targetName): its cell is empty",
          help: "leave the row out, or name the class"), in: target.formula.text)
    }
    let classes = known ?? Self.distinct(texts)
    guard classes.count >= 2 else { throw Self.tooFewClasses(classes, of: target) }
    var places: [String: Double] = [:]
    for (index, name) in classes.enumerated() { places[name] = Double(index) }
    if let row = texts.firstIndex(where: { places[$0] == nil }) {
      throw LessonError.experiment(
        "row \(row + 1) of the test table has the class \(texts[row].prefix(40)), which is not among those to learn from"
      )
    }
    targets = Tensor(texts.map { places[$0] ?? 0 })
    self.classes = classes
  }

  /// Reads a table of which a network says what is right.
  init(_ data: DataTable, inputs: TrainInputs, teacher: Network) throws {
    guard data.rows > 0 else {
      throw LessonError.experiment("the table has no rows: there is nothing to learn")
    }
    let read = try InputRows(inputs, of: data)
    (self.inputs, inputNames, vectorName) = (read.rows, read.names, read.vectorName)
    targets = try teacher.perceptron(self.inputs)
    targetName = teacher.outputs.first ?? "teacher"
    classes = nil
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private static func tooFewClasses(_ classes: [String], of target: ColumnFormula) -> LessonError {
    LessonError(
      ExpressionError(
        target.formula.expression.extent,
        "all rows have the class \(classes.first ?? ""): there is nothing to tell apart"),
      in: target.formula.text)
  }

  /// The rows of some places, as a batch.
  func batch(_ places: some Collection<Int>) throws -> [Tensor] {
    try [inputs, targets].map { tensor in
      let width = tensor.count / rows
      var numbers = [Double](repeating: 0, count: places.count * width)
      tensor.withNumbers { source in
        for (row, place) in places.enumerated() {
          for column in 0..<width { numbers[row * width + column] = source[place * width + column] }
        }
      }
      return try Tensor(numbers, shape: Shape([places.count] + tensor.shape.dimensions.dropFirst()))
    }
  }
}
