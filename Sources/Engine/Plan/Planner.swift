import Expressions
import LessonFormat
import SourceText

/// Turns a course into a plan: finds what every name means and which step needs which.
struct Planner {
  let course: Course
  let registry: Registry
  var plan = Plan()
  /// Which cells of the lesson run together.
  private(set) var cellSegments = CellSegments()
  /// The step of the program that the lesson's last cell belongs to.
  var cellProgram: Int?
  /// The experiments that the course's own files declare.
  let courseDeclarations: [String: Plan.Declaration]
  /// Those that cells of the lesson have declared so far.
  var lessonDeclarations: [String: Plan.Declaration] = [:]
  private var suggestions = Suggestions()

  static func plan(_ course: Course, registry: Registry) -> Plan {
    var planner = Planner(course: course, registry: registry)
    for lesson in course.lessons.indices { planner.planLesson(lesson) }
    planner.plan.traceSources(in: course)
    return planner.plan
  }

  private init(course: Course, registry: Registry) {
    self.course = course
    self.registry = registry
    courseDeclarations = Self.declarations(in: course.experimentFiles)
  }

  private mutating func planLesson(_ lesson: Int) {
    suggestions = Suggestions()
    cellSegments = segments(ofCellsIn: course.lessons[lesson])
    cellProgram = nil
    lessonDeclarations = [:]
    plan.lessons.append(Plan.LessonPlan(names: NameTable(announcing: course.lessons[lesson].announcedNames)))
    for directive in course.lessons[lesson].directives.indices {
      let first = plan.steps.count
      planDirective(directive, of: lesson)
      plan.lessons[lesson].steps.append(Array(first..<plan.steps.count))
    }
  }

  private mutating func planDirective(_ index: Int, of lesson: Int) {
    let directive = course.lessons[lesson].directives[index]
    switch directive.name.value {
    case Let.name: planLet(directive, index, lesson)
    case Use.name: planUse(directive, index, lesson)
    case Check.name: planCheck(directive, index, lesson)
    case Exercise.directive: reserveName(of: directive, lesson, index)
    // A term's name is no value, and stands for no other directive's either.
    case Term.directive: break
    case SwiftCell.name: planCell(directive, index, lesson)
    case Sweep.name: planSweep(directive, index, lesson)
    default: planExperiment(directive, index, lesson)
    }
  }

  // MARK: Experiments

  private mutating func planExperiment(_ directive: Directive, _ index: Int, _ lesson: Int) {
    let resolver = resolver(lesson, at: directive.span.start)
    var resolution = NameResolver.Resolution()
    let step: Int
    if let declaration = declaration(of: directive.name.value) {
      return planDeclared(declaration, directive, index, lesson)
    }
    if let type = registry[directive.name.value] {
      resolution = resolver.resolve(
        ParameterBinder.mentions(
          in: ParameterBinder.entries(of: directive.body), of: type, isDefined: resolver.isDefined))
      step = addStep(
        lesson, index, directive.isReadable ? work(of: type, directive) : .broken, resolution)
    } else {
      step = addStep(lesson, index, .broken, resolution)
      report(registry.unknownDirective(directive.name), lesson, index)
    }
    defineResult(of: directive, .step(step), lesson, index)
  }

  /// One run of an experiment, or as many as it has seeds.
  private func work(of type: any Experiment.Type, _ directive: Directive) -> Plan.Work {
    let count = Repetitions.count(in: directive, parameters: ParameterList(of: type.init()))
    return count.map { .series(.experiment(type), .seeds($0)) } ?? .run(.experiment(type))
  }

  // MARK: The engine's own directives

  private mutating func planLet(_ directive: Directive, _ index: Int, _ lesson: Int) {
    guard directive.isReadable else {
      if directive.result == nil { missNames(of: directive, lesson) }
      let step = addStep(lesson, index, .broken, NameResolver.Resolution())
      return defineResult(of: directive, .step(step), lesson, index)
    }
    var fields = StepFields()
    var locals: [String: NameTable.Meaning] = [:]
    for entry in entries(of: directive, lesson, index) {
      guard isName(entry.key.value) else {
        report(unusableName(entry.key), lesson, index)
        continue
      }
      let step = planEntry(entry, of: directive, locals: locals, index, lesson)
      if directive.result == nil {
        define(entry.key, .step(step), lesson, index)
      } else {
        fields.append(entry.key.value, step: step)
        locals[entry.key.value] = .step(step)
      }
    }
    if directive.result != nil { defineResult(of: directive, .fields(fields), lesson, index) }
  }

  private mutating func planEntry(
    _ entry: Datum.Entry, of directive: Directive, locals: [String: NameTable.Meaning], _ index: Int,
    _ lesson: Int
  ) -> Int {
    let resolver = resolver(lesson, at: entry.key.span.start, locals: locals)
    let resolution = resolver.resolve(Mention.inExpressions(of: entry.value, isDefined: resolver.isDefined))
    let step = addStep(lesson, index, .definition(entry), resolution)
    let used = Set(resolution.meanings.keys.filter { locals[$0] != nil })
    plan.steps[step].locals = used
    plan.steps[step].formula = Let.formula(of: entry, fields: used, of: directive.result?.value)
    return step
  }

  private mutating func entries(of directive: Directive, _ lesson: Int, _ index: Int) -> [Datum.Entry] {
    if case .mapping(let entries) = directive.body.kind { return entries }
    report(
      LessonError.parameter(
        directive.body, "expected names with values, found \(directive.body.summary)",
        help: "write one name: value a line"),
      lesson, index)
    return []
  }

  private mutating func planUse(_ directive: Directive, _ index: Int, _ lesson: Int) {
    var resolution = NameResolver.Resolution()
    do {
      let request = try Use.read(directive)
      do {
        let meaning = try meaning(of: request, for: lesson)
        resolution.dependencies = Set(meaning?.steps ?? [])
        let step = addStep(lesson, index, meaning == nil ? .broken : .use, resolution)
        define(request.alias, meaning ?? .step(step), lesson, index)
      } catch {
        report(error, lesson, index)
        define(request.alias, .step(addStep(lesson, index, .broken, resolution)), lesson, index)
      }
    } catch {
      if directive.isReadable { report(error, lesson, index) }
      missNames(of: directive, lesson)
      _ = addStep(lesson, index, .broken, resolution)
    }
  }

  /// What a `{use}` asks for; nil where nobody can know, because the earlier lesson cannot be read in full.
  private func meaning(
    of request: Use.Request, for lesson: Int
  ) throws(LessonError) -> NameTable.Meaning? {
    let earlier = course.lessons[..<lesson].indices.filter { course.lessons[$0].hasStem(request.stem) }
    guard let source = earlier.last else { throw unknownLesson(request, for: lesson) }
    guard earlier.count == 1 else {
      let paths = earlier.map { course.lessons[$0].file.path }.joined(separator: " and ")
      throw LessonError(
        .parameter, at: .span(request.span), "\(request.stem) may be \(paths)",
        help: "write the path without .md before the dot")
    }
    let names = plan.lessons[source].names
    guard let entry = names.entries[request.result] else {
      if names.mayMissNames(at: course.lessons[source].file.span.end) { return nil }
      throw LessonError(
        .parameter, at: .span(request.span),
        "\(course.lessons[source].file.path) defines no \(request.result)",
        help: suggestions.didYouMean(request.result, among: names.entries.keys, before: "\(request.stem)."))
    }
    return entry.meaning
  }

  private func unknownLesson(_ request: Use.Request, for lesson: Int) -> LessonError {
    if course.lessons[lesson...].contains(where: { $0.hasStem(request.stem) }) {
      return LessonError(
        .parameter, at: .span(request.span), "the lesson \(request.stem) does not come before this one",
        help: "the order of the course is that of course.yml")
    }
    return LessonError(
      .parameter, at: .span(request.span), "no earlier lesson is called \(request.stem)",
      help: suggestions.didYouMean(
        request.stem, among: course.lessons[..<lesson].map(\.stem), behind: ".\(request.result)"))
  }

  private mutating func planCheck(_ directive: Directive, _ index: Int, _ lesson: Int) {
    guard directive.isReadable else { return }
    let (conditions, errors) = Check.conditions(of: directive)
    for error in errors { report(error, lesson, index) }
    plan.lessons[lesson].conditions[index] = conditions
  }

  // MARK: Names and steps

  func resolver(
    _ lesson: Int, at offset: Int, locals: [String: NameTable.Meaning] = [:]
  ) -> NameResolver {
    NameResolver(
      names: plan.lessons[lesson].names, file: course.lessons[lesson].file, locals: locals, offset: offset,
      suggestions: suggestions)
  }

  /// A directive that cannot be read may have defined any name.
  private mutating func missNames(of directive: Directive, _ lesson: Int) {
    plan.lessons[lesson].names.missNames(from: directive.span.start)
  }

  mutating func addStep(
    _ lesson: Int, _ directive: Int, _ work: Plan.Work, _ resolution: NameResolver.Resolution
  ) -> Int {
    plan.steps.append(
      Plan.Step(
        lesson: lesson, directive: directive, work: work, dependencies: resolution.dependencies.sorted(),
        meanings: resolution.meanings, isComplete: resolution.isComplete, unknown: resolution.unknown))
    return plan.steps.count - 1
  }

  mutating func defineResult(
    of directive: Directive, _ meaning: NameTable.Meaning, _ lesson: Int, _ index: Int
  ) {
    guard let result = directive.result else { return }
    guard isName(result.value) else { return report(unusableName(result), lesson, index) }
    define(result, meaning, lesson, index)
  }

  /// An exercise has a name that references use, but no value.
  private mutating func reserveName(of directive: Directive, _ lesson: Int, _ index: Int) {
    guard let result = directive.result else { return }
    guard isName(result.value) else { return report(unusableName(result), lesson, index) }
    define(result, nil, lesson, index)
  }

  private mutating func define(
    _ name: Spanned<String>, _ meaning: NameTable.Meaning?, _ lesson: Int, _ index: Int
  ) {
    guard !plan.lessons[lesson].names.define(name, meaning) else { return }
    let first = plan.lessons[lesson].names.place(of: name.value).map {
      course.lessons[lesson].file.line(of: $0.start)
    }
    report(
      LessonError(
        .duplicateName, at: .span(name.span),
        "\(name.value) is taken" + (first.map { ", on line \($0)" } ?? ""), help: "give it another name"),
      lesson, index)
  }

  private func unusableName(_ name: Spanned<String>) -> LessonError {
    let words = String(name.value.map { $0 == "-" || $0 == " " || $0 == "." ? "_" : $0 })
    let suggestion = isName(words) ? ", such as \(words)" : ""
    return LessonError(
      .parameter, at: .span(name.span), "\(name.value) cannot be a name",
      help: "a name begins with a letter; letters, digits and underscores follow" + suggestion)
  }

  mutating func report(_ error: LessonError, _ lesson: Int, _ directive: Int) {
    plan.errors.append((lesson, directive, error))
  }
}

extension Lesson {
  /// Where the directives define names, the first place of each.
  fileprivate var announcedNames: [String: Span] {
    var spans: [String: Span] = [:]
    for name in directives.flatMap(\.announcedNames) where spans[name.value] == nil {
      spans[name.value] = name.span
    }
    return spans
  }

  /// The file's name without its ending.
  var stem: String {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// Whether a stem, or the end of a path without its ending, means this lesson.
  func hasStem(_ wanted: String) -> Bool {
    let path = file.path.hasSuffix(".md") ? String(file.path.dropLast(3)) : file.path
    return path == wanted || path.hasSuffix("/" + wanted)
  }
}

extension Directive {
  /// The names that it defines, with their places.
  public var announcedNames: [Spanned<String>] {
    switch (name.value, result) {
    case (Let.name, nil):
      if case .mapping(let entries) = body.kind { entries.map(\.key) } else { [] }
    case (Use.name, _): (try? Use.read(self)).map { [$0.alias] } ?? []
    case (Exercise.directive, _), (Term.directive, _): []
    default: result.map { [$0] } ?? []
    }
  }
}
