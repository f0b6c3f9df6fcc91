import Expressions
import LessonFormat
import SourceText

/// Which part of the numerals in prose is verified.
public struct Coverage: Sendable, Hashable {
  /// Numbers in claims that hold: one a claim, of a tuple one an entry.
  public var verified: Int
  /// Numerals that nothing verifies.
  public var unverified: Int

  /// Gathers counts.
  public init(verified: Int = 0, unverified: Int = 0) {
    (self.verified, self.unverified) = (verified, unverified)
  }

  /// The verified part, from 0 to 1; 1 where there are no numerals at all.
  public var share: Double {
    let all = verified + unverified
    return all == 0 ? 1 : Double(verified) / Double(all)
  }

  /// The share in whole percents, rounded down: what is not all verified is not 100 %.
  public var percent: Int {
    let all = verified + unverified
    return all == 0 ? 100 : verified * 100 / all
  }

  /// The coverage of two texts together.
  public static func + (left: Coverage, right: Coverage) -> Coverage {
    Coverage(verified: left.verified + right.verified, unverified: left.unverified + right.unverified)
  }
}

extension LessonRun {
  /// Which part of the lesson's numerals is verified.
  ///
  /// Claims that do not hold or did not run are mistakes of their own and count on neither side, nor do inserted
  /// values, which nobody has written.
  public func coverage(of numerals: Numerals) -> Coverage {
    let verified = (claims + answers).reduce(0) { sum, claim in
      guard case .held = claim.verdict else { return sum }
      return sum + (claim.standard?.allowed.count { $0 != nil } ?? 0)
    }
    return Coverage(verified: verified, unverified: numerals.count)
  }

  /// Which part of the lesson's numerals is verified.
  public var coverage: Coverage { coverage(of: lesson.numerals) }
}

/// Holds a course to the coverage that it asks for.
struct CoverageChecker {
  let course: Course
  let runs: [LessonRun]

  /// How many lessons are named.
  private static let mostNamed = 3

  /// What is wrong where too few numerals are verified.
  func diagnostics() -> [Diagnostic] {
    guard let file = course.file.file, let floor = course.file.coverage, floor.value > 0 else { return [] }
    let lessons = runs.map { ($0.lesson.file.path, $0.coverage) }
    let total = lessons.map(\.1).reduce(Coverage(), +)
    guard total.share < floor.value else { return [] }
    return [
      Diagnostic(
        .course, in: file, at: floor.span,
        "\(total.percent) % of the numerals in prose are verified, "
          + "\(total.verified) of \(total.verified + total.unverified); "
          + "the course asks for \(asked(floor.value))",
        help:
          "most that nothing verifies are in \(worst(lessons)); verification.html of gradus serve lists them")
    ]
  }

  private func asked(_ floor: Double) -> String { "\(formatSignificant(floor * 100, 4)) %" }

  /// The lessons with most unverified numerals, of equals those that come first.
  private func worst(_ lessons: [(path: String, coverage: Coverage)]) -> String {
    let sorted = lessons.enumerated().sorted {
      ($1.element.coverage.unverified, $0.offset) < ($0.element.coverage.unverified, $1.offset)
    }
    return sorted.map(\.element).prefix(Self.mostNamed).filter { $0.coverage.unverified > 0 }
      .map { "\($0.path) (\($0.coverage.unverified))" }.joined(separator: ", ")
  }
}
