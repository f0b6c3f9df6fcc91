import Engine
import Expressions
import LessonFormat
import Mathematics

/// The steps of a training that readers go through: so many, or those of a list.
struct TrainFrames: ParameterValue {
  private enum Choice {
    case count(Int)
    case steps([Int])
  }

  private let choice: Choice

  static let typeDescription = "a number of frames, or a list of steps"

  init(reading argument: WrittenValue) throws {
    if case .number(let number) = try argument.value() {
      guard let count = Int(exactly: number), (2...FrameSequence.mostFrames).contains(count) else {
        throw LessonError.parameter(
          argument.datum, "expected from 2 to \(FrameSequence.mostFrames) frames, found \(spelled(number))")
      }
      choice = .count(count)
      return
    }
    let steps = try [Int](reading: argument)
    guard !steps.isEmpty, zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 }), steps[0] >= 0 else {
      throw LessonError.parameter(
        argument.datum, "the steps of frames grow from entry to entry", help: "for example [0, 1, 2, 5, 10]")
    }
    guard steps.count <= FrameSequence.mostFrames else {
      throw LessonError.parameter(
        argument.datum, "\(steps.count) frames are more than \(FrameSequence.mostFrames), the limit")
    }
    choice = .steps(steps)
  }

  /// The last step of a list.
  var last: Int? {
    if case .steps(let steps) = choice { steps.last } else { nil }
  }

  /// The steps among those from 0 to a last one; where only their number is given, their distances grow in proportion,
  /// as most of what there is to see happens early.
  func steps(upTo last: Int) -> [Int] {
    guard case .count(let wanted) = choice else {
      if case .steps(let steps) = choice { return steps }
      return []
    }
    let count = min(wanted, last + 1)
    var steps = [0]
    for place in 1..<max(count, 1) {
      let share = count > 2 ? Double(place - 1) / Double(count - 2) : 1
      let proportional = Int(Double.exp(Double.log(Double(last)) * share).rounded())
      // Each step is there once, and those that follow find room.
      steps.append(min(max(proportional, steps[place - 1] + 1), last - (count - 1 - place)))
    }
    return steps
  }

  var parameterDescription: String {
    switch choice {
    case .count(let count): "\(count)"
    case .steps(let steps): "[\(steps.map(String.init).joined(separator: ", "))]"
    }
  }

  func append(to digest: inout Digest) {
    switch choice {
    case .count(let count): digest.append(Double(count))
    case .steps(let steps): digest.append(.vector(steps.map(Double.init)))
    }
  }
}
