import Expressions
import LessonFormat
import SourceText
import Typesetting

/// Sets every formula of a lesson, as its page will show it, and reports what the typesetter refuses.
struct MathematicsChecker {
  let lesson: Lesson
  let claims: [ClaimRun]
  let typesetter: Typesetter

  /// What is wrong with the lesson's mathematics.
  func errors() -> [LessonError] {
    lesson.mathematics.compactMap { mathematics in
      do throws(TypesettingError) {
        _ = try typesetter.mathematics(
          mathematics.tex(claims: claims, of: lesson), display: mathematics.isDisplay)
        return nil
      } catch {
        return LessonError(.math, at: .span(mathematics.span), error.message, help: error.help)
      }
    }
  }
}

extension Mathematics {
  /// The TeX with its claims as they are shown.
  public func tex(claims: [ClaimRun], of lesson: Lesson) -> String {
    parts.map { part in
      switch part {
      case .tex(let tex): return tex.text
      case .claim(let index):
        if case .inserted(let value) = claims[index].verdict { return value.tex }
        return lesson.claims[index].isInsertion ? "?" : lesson.claims[index].text.text
      }
    }.joined()
  }
}

extension Lesson {
  /// Every formula, in order.
  var mathematics: [Mathematics] {
    var found: [Mathematics] = []
    visitInlines { inline in
      if case .mathematics(let mathematics) = inline.kind { found.append(mathematics) }
    } block: { block in
      if case .mathematics(let mathematics, _) = block.kind { found.append(mathematics) }
    }
    return found
  }
}
