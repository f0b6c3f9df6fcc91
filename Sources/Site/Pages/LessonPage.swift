import Engine
import LessonFormat
import Typesetting

extension PageMaker {
  /// A lesson's page; nil where the lesson was not verified.
  func lesson(_ index: Int) -> String? {
    guard let run = outline.runs[index] else { return nil }
    let lesson = run.lesson
    let page = outline.pages[index]
    let diagnostics = preview != nil ? outline.run.diagnostics.filter { $0.file == lesson.file.path } : []
    var writer = LessonWriter(
      outline: outline, index: index, run: run, typesetter: typesetter,
      diagnostics: preview != nil ? diagnostics : nil)
    var values = frame(
      of: page, kind: "lesson-page", title: lesson.frontMatter.title, language: outline.language(of: index))
    values.merge(metadata(of: lesson.frontMatter)) { $1 }
    values.merge(navigation(of: index)) { $1 }
    values["problems"] = problems(diagnostics, on: lesson.file.path)
    let content = writer.write()
    values["content"] = content
    values["appendix"] = writer.appendix
    let fonts = FormulaFonts.needed(by: content)
    values["fonts"] = fonts.isEmpty ? nil : fonts.joined(separator: ";")
    values["hasNotes"] =
      !run.claims.isEmpty || !lesson.references.isEmpty || !lesson.footnotes.isEmpty
      || !lesson.citations.isEmpty
    values["hasFrames"] = run.hasFrames
    values["hasExercises"] = outline.showsSolutions && run.hasExercises
    values["proved"] = Tally(run).sentence
    values["report"] = relativeURL(from: page, to: outline.reports[index])
    values["claimData"] = relativeURL(from: page, to: outline.claimData(of: index))
    values["source"] = outline.source(of: index).map { relativeURL(from: page, to: $0) }
    values["sharing"] = sharing(
      page, title: lesson.frontMatter.title, description: lesson.frontMatter.description, type: "article")
    return templates.render(.lesson, values)
  }

  private func metadata(of frontMatter: FrontMatter) -> [String: Any] {
    let authors = frontMatter.authors.isEmpty ? outline.run.course.file.authors : frontMatter.authors
    var values: [String: Any] = [:]
    values["subtitle"] = frontMatter.subtitle
    values["description"] = frontMatter.description
    values["author"] = authors.isEmpty ? nil : authors.joined(separator: ", ")
    values["keywords"] = frontMatter.keywords.isEmpty ? nil : frontMatter.keywords.joined(separator: ", ")
    values["byline"] = byline(
      (authors.isEmpty ? [] : [listed(authors)]) + (frontMatter.date.map { [$0] } ?? []))
    return values
  }
}

extension LessonRun {
  /// Whether the page can check answers of its readers.
  fileprivate var hasExercises: Bool {
    zip(lesson.directives, directives).contains { $0.display.showsOutput && $1.exercise?.key != nil }
  }

  /// Whether a figure of the lesson can be stepped through.
  fileprivate var hasFrames: Bool {
    directives.contains { directive in
      (directive.run?.outcome.displays ?? []).contains { display in
        if case .figure(let figure) = display { figure.frames != nil } else { false }
      }
    }
  }
}
