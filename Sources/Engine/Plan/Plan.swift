import Expressions
import LessonFormat
import SourceText

/// What runs: a graph of steps over the whole course, in the order of the course.
struct Plan: Sendable {
  /// What a step does.
  enum Work: Sendable {
    /// Runs an experiment once.
    case run(Subject)
    /// Runs it several times, and gathers what came of it.
    case series(Subject, Series)
    /// Runs cells of Swift as one program, the first of them only once more.
    case cells([Int], repeated: Int)
    /// Picks what came of one cell of a program.
    case cell(program: Int, position: Int)
    /// Evaluates one entry of a `{let}`.
    case definition(Datum.Entry)
    /// Nothing: an earlier lesson's name keeps its meaning under a name of this one.
    case use
    /// Nothing: what is wrong with the directive is reported already.
    case broken

    /// What it runs, if anything.
    var subject: Subject? {
      switch self {
      case .run(let subject), .series(let subject, _): subject
      case .cells, .cell, .definition, .use, .broken: nil
      }
    }

    /// How many runs progress counts, as far as that is known before anything runs.
    var runCount: Int {
      switch self {
      case .run, .cells: 1
      case .series(_, let series): series.writtenCount
      case .cell, .definition, .use, .broken: 0
      }
    }
  }

  /// What a directive runs.
  enum Subject: Sendable {
    /// An experiment that the engine was given.
    case experiment(any Experiment.Type)
    /// One that Swift code declares.
    case declared(Declaration)

    /// The experiment, where the engine knows its parameters.
    var type: (any Experiment.Type)? {
      if case .experiment(let type) = self { type } else { nil }
    }

    /// The word between the braces.
    var name: String {
      switch self {
      case .experiment(let type): type.name
      case .declared(let declaration): declaration.name
      }
    }
  }

  /// An experiment that Swift code declares, and where.
  struct Declaration: Sendable, Hashable {
    /// The code that declares it.
    enum Source: Sendable, Hashable {
      /// A cell of the lesson: the step of its program, its place among that program's cells, and its own step.
      case cell(program: Int, position: Int, step: Int)
      /// A file of the course, by its place among them.
      case file(Int)
    }

    var name: String
    var source: Source
  }

  /// One thing to run.
  struct Step: Sendable {
    var lesson: Int
    var directive: Int
    var work: Work
    /// Earlier steps whose results it needs.
    var dependencies: [Int]
    /// What the names in it mean.
    var meanings: [String: NameTable.Meaning]
    /// Whether every name in it means something.
    var isComplete: Bool
    /// What is wrong with names that nothing before it defines.
    var unknown: [LessonError]
    /// The expression that gives its value, in the names of its lesson; derivatives look through it.
    var formula: Expression?
    /// Those of the names that are entries of its own `{let}`, and no names of the lesson.
    var locals: Set<String> = []
    /// The works that facts behind its value come from, in order.
    var sources: [ValueSource] = []
  }

  /// What a lesson's text is verified against.
  struct LessonPlan: Sendable {
    var names: NameTable
    /// The steps of each directive.
    var steps: [[Int]] = []
    /// The conditions of each `{check}`, by directive.
    var conditions: [Int: [MappedText]] = [:]
  }

  var steps: [Step] = []
  var lessons: [LessonPlan] = []
  /// What is wrong with directives before anything runs, by lesson and directive.
  var errors: [(lesson: Int, directive: Int, error: LessonError)] = []

  /// The steps of some lessons and all that they need, or every step.
  func steps(for selection: Set<Int>?) -> Set<Int> {
    guard let selection else { return Set(steps.indices) }
    var needed: Set<Int> = []
    for index in steps.indices.reversed()
    where selection.contains(steps[index].lesson) || needed.contains(index) {
      needed.insert(index)
      needed.formUnion(steps[index].dependencies)
    }
    return needed
  }
}
