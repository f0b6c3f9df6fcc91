import Engine
import LessonFormat
import SourceText

extension LessonRun {
  /// The lines of a directive's derivations.
  func entries(ofSteps index: Int) -> [ReportEntry] {
    let directive = lesson.directives[index]
    let lines = derivationLines(of: index)
    let written = directive.writtenSteps
    let texts = written.count == lines.count ? written : []
    return lines.enumerated().map { place, line in
      let text = texts.isEmpty ? nil : texts[place]
      let position = lesson.file.position(of: (text?.span ?? directive.name.span).start)
      return ReportEntry(
        kind: .step, line: position.line, column: position.column,
        expression: text?.text ?? [line.left, line.right].compactMap(\.self).joined(separator: " = "),
        standard: line.verification.words, verdict: line.verification.reportVerdict,
        anchor: directive.display.showsOutput ? stepAnchor(index, place) : nil)
    }
  }

  /// The lines of all derivations that a directive gave.
  func derivationLines(of index: Int) -> [Derivation.Line] {
    (directives[index].run?.outcome.displays ?? []).flatMap { display in
      if case .derivation(let derivation) = display { derivation.lines } else { [] as [Derivation.Line] }
    }
  }
}

extension Directive {
  /// The lines that its author wrote under `steps`, each as its mathematics; none where one has no such text.
  fileprivate var writtenSteps: [MappedText] {
    let steps = body["steps"]?.listValue ?? []
    let texts = steps.compactMap { step in
      ["is", "so", "unverified"].lazy.compactMap { step[$0] }.first?.formulaText ?? step.formulaText
    }
    return texts.count == steps.count ? texts : []
  }
}

extension Derivation.Verification {
  fileprivate var reportVerdict: ReportEntry.Verdict {
    switch self {
    case .proved, .tested: .held
    case .given, .premise: .given
    case .unverified: .unverified
    }
  }
}
