import Mathematics

/// A number that expressions compute with: a `Double`, or one that carries derivatives.
protocol ExpressionScalar: RealScalar {
  /// The functions over these numbers.
  static var functions: FunctionTable<Self> { get }
  /// The functions over these numbers with one more derivative.
  static var functionsOfDuals: FunctionTable<Dual<Self>> { get }
  /// How many derivatives the numbers carry within each other.
  static var order: Int { get }
  /// Constants of this kind.
  static func lifting(_ numbers: [Double]) -> [Self]
  /// The numbers without derivatives.
  static func primals(_ numbers: [Self]) -> [Double]
}

extension Double: ExpressionScalar {
  static let functions = FunctionTable<Double>()
  static let functionsOfDuals = FunctionTable<Dual<Double>>()
  static var order: Int { 0 }
  static func lifting(_ numbers: [Double]) -> [Double] { numbers }
  static func primals(_ numbers: [Double]) -> [Double] { numbers }
}

extension Dual: ExpressionScalar where Base: ExpressionScalar {
  static var functions: FunctionTable<Dual> { Base.functionsOfDuals }
  static var functionsOfDuals: FunctionTable<Dual<Dual>> { FunctionTable() }
  static var order: Int { Base.order + 1 }
  static func lifting(_ numbers: [Double]) -> [Dual] { numbers.map { Dual($0) } }
  static func primals(_ numbers: [Dual]) -> [Double] { numbers.map(\.primal) }
}
