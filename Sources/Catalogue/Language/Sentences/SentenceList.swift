import Engine
import Expressions
import LessonFormat

/// Sentences without repetitions, with the kind of each.
struct SentenceList {
  private var sentences: [[String]] = []
  private var kinds: [String] = []
  private var seen: Set<[String]> = []
  private var bytes = 0
  /// The different words, in order of appearance.
  private(set) var vocabulary: [String] = []
  private var known: Set<String> = []

  var count: Int { sentences.count }
  var longest: Int { sentences.map(\.count).max() ?? 0 }

  /// Adds a sentence, unless it is there.
  mutating func add(_ text: String, kind: String, from template: SentenceTemplate) throws {
    bytes += text.utf8.count
    guard count < SentencesExperiment.mostSentences, bytes <= SentencesExperiment.mostBytes else {
      throw LessonError.experiment(
        "there are more than \(SentencesExperiment.mostSentences) sentences, or more than "
          + "\(SentencesExperiment.mostBytes) bytes of them, the limits")
    }
    let words = words(of: text).map(\.text)
    guard !words.isEmpty else {
      throw LessonError.parameter(template.written.datum, "this sentence has no words")
    }
    guard seen.insert(words).inserted else { return }
    sentences.append(words)
    kinds.append(kind)
    for word in words where known.insert(word).inserted { vocabulary.append(word) }
  }

  /// Some of the sentences, with their parts, as columns.
  func columns(of indices: [Int]) -> Record {
    func column(_ text: (Int) -> String) -> Value { .texts(indices.map(text)) }
    return Record([
      ("sentence", column { sentences[$0].joined(separator: " ") }),
      ("prompt", column { sentences[$0].dropLast().joined(separator: " ") }),
      ("answer", column { sentences[$0][sentences[$0].count - 1] }),
      ("kind", column { kinds[$0] }),
    ])
  }
}
