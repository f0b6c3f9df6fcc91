import Engine
import Expressions
import SourceText

extension Formula {
  /// The names that neither the directive nor the lesson defines, each as a mistake at its place.
  ///
  /// - Parameter advice: what would be right for a name that is near to no other.
  func unknownNames(besides own: Set<String>, advice: (String) -> String) -> [LessonError] {
    let scope = scope()
    func isKnown(_ name: String) -> Bool { own.contains(name) || scope.value(of: name) != nil }
    return expression.names(where: isKnown).filter { !isKnown($0.name) }.map { use in
      let nearest = nearestName(to: use.name, among: own.sorted() + scope.names.sorted())
      let error = ExpressionError(
        use.range, "nothing defines \(use.name)",
        help: nearest.map { "did you mean \($0)?" } ?? advice(use.name))
      return LessonError(error, in: text)
    }
  }
}
