/// How long a lesson takes to read.
///
/// 220 words a minute, of which a formula in the text is one; 12 seconds for a formula on a line of its own or a line
/// of a derivation, 20 for a figure or a table, 3 for a line of code. Of scripts without spaces, two signs count as
/// a word.
struct ReadingTime: Hashable {
  private static let wordsPerMinute = 220
  private static let secondsPerFormula = 12
  private static let secondsPerFigure = 20
  private static let secondsPerLineOfCode = 3

  /// In whole minutes, at least one for a lesson.
  private(set) var minutes = 0

  init() {}

  init(_ prose: LessonProse) {
    let words = prose.sections.reduce(0) { $0 + wordCount(of: $1.heading) + wordCount(of: $1.text) }
    let seconds =
      words * 60 / Self.wordsPerMinute + prose.formulas * Self.secondsPerFormula
      + (prose.figures + prose.tables) * Self.secondsPerFigure
      + prose.linesOfCode * Self.secondsPerLineOfCode
    minutes = max((seconds + 30) / 60, 1)
  }

  /// In words: `8 min`, `3 h`; hours are told in halves.
  var words: String {
    guard minutes >= 90 else { return "\(minutes) min" }
    let halves = (minutes + 15) / 30
    return halves % 2 == 0 ? "\(halves / 2) h" : "\(halves / 2)½ h"
  }

  static func + (left: ReadingTime, right: ReadingTime) -> ReadingTime {
    var sum = left
    sum.minutes += right.minutes
    return sum
  }
}

/// How many words a text has.
func wordCount(of text: String) -> Int {
  var words = 0
  var signs = 0
  var isInWord = false
  for scalar in text.unicodeScalars {
    if scalar == " " {
      isInWord = false
    } else if !scalar.isASCII, scalar.isWordInItself {
      signs += 1
      isInWord = false
    } else if !isInWord {
      words += 1
      isInWord = true
    }
  }
  return words + (signs + 1) / 2
}
