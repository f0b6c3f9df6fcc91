import Engine
import SourceText

/// Looks at what a program replied before anything of it reaches a page or a report: it may have written whatever it likes.
struct ReplyCheck {
  /// What was asked.
  let request: CellRequest

  /// The reply with nothing in it that an experiment could not have given; nil where it is no answer to the request.
  func checked(_ reply: CellReply) -> CellReply? {
    switch (request, reply) {
    case (.describe, .descriptions): reply
    case (.run(let request), .outcome(let outcome)): check(outcome, of: request)
    case (.run(let request), .errors(let errors)):
      .errors(errors.prefix(Self.mostErrors).map { $0.placed(in: request) })
    default: nil
    }
  }

  private static let mostErrors = 100

  private func check(_ outcome: Outcome, of request: ExperimentRequest) -> CellReply {
    for display in outcome.displays {
      if let problem = problem(of: display, identifier: request.identifier) {
        return .errors([.experiment(problem)])
      }
    }
    return .outcome(outcome)
  }

  private func problem(of display: Display, identifier: String) -> String? {
    switch display {
    case .figure(let figure):
      DrawingCheck.passes(figure.svg, identifier: identifier)
        ? nil : "its figure is none that the plotting library drew with the context’s identifier"
    case .table(let table):
      Set(table.columns.map(\.cells.count)).count <= 1
        ? nil : "the columns of its table have different lengths"
    case .derivation: "an experiment of one’s own cannot say that a derivation was verified"
    }
  }
}

extension LessonError {
  /// The error at a place that there is: one in the directive or in a file that was given, otherwise at the directive itself.
  fileprivate func placed(in request: ExperimentRequest) -> LessonError {
    var error = self
    switch place {
    case .directive: break
    case .span(let span): if !request.holds(span) { error.place = .directive }
    case .file(let path, let start, let end):
      let isPlace = [start, end].allSatisfy { $0.line > 0 && $0.column > 0 }
      if !isPlace || !request.gives(path) { error.place = .directive }
    }
    return error
  }
}
