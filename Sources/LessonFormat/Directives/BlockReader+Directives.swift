import SourceText

extension BlockReader {
  /// Reads a directive; nil where its head names none, which has been reported then.
  func directive(_ fence: CodeFence, _ content: Content) -> Block? {
    guard source.origin == nil else {
      builder.report(
        .parameter, at: Span(fence.info.lowerBound, fence.info.upperBound),
        "a directive cannot stand within another", help: "put it before this one, and refer to what it shows")
      return nil
    }
    let head: InfoString
    do {
      head = try InfoString(source.bytes, fence.info)
    } catch {
      report(error)
      return nil
    }
    let result = self.result(head)
    let text = content.mapped(0..<content.count)
    let cell = head.name.value == Directive.cellName ? CellReader(text) : nil
    let yaml = cell?.options ?? text
    let (datum, mistakes) = YAMLReader.read(yaml, in: source.file, code: .parameter)
    builder.report(mistakes)
    let index = builder.directives.count
    let body = datum ?? Datum(.empty, span: yaml.span)
    builder.directives.append(
      Directive(
        name: head.name, result: result, body: body, isReadable: datum != nil || mistakes.isEmpty,
        display: DisplayOptions(), source: cell?.shownSource ?? text.text, span: fence.span))
    builder.directives[index].code = cell?.code
    if let stray = cell?.strayOption { reportStrayOption(at: stray) }
    // What a cell computes with is its code, which readers see unless the author hides it.
    var options = DisplayOptionsReader(builder, showsSource: cell != nil)
    let (rest, citedSource) = SourceReader.take(from: body, of: head.name.value, builder: builder)
    builder.directives[index].citedSource = citedSource
    builder.directives[index].body = options.take(from: rest)
    builder.directives[index].display = options.display
    if builder.directives[index].isReadable { readMarkdown(ofDirective: index) }
    return Block(.directive(index), span: fence.span)
  }

  /// Reads the body of a directive whose parameters are Markdown.
  private func readMarkdown(ofDirective index: Int) {
    let directive = builder.directives[index]
    switch directive.name.value {
    case Exercise.directive:
      builder.directives[index].exercise = ExerciseReader.read(directive, builder: builder)
    case Term.directive: builder.directives[index].term = TermReader.read(directive, builder: builder)
    default: break
    }
  }

  /// The name of the result: the one word that may stand behind the braces.
  private func result(_ head: InfoString) -> Spanned<String>? {
    if head.words.count > 1 {
      let surplus = head.words[1].span.union(head.words[head.words.count - 1].span)
      builder.report(
        .parameter, at: surplus, "one word names the result; this is one too many",
        help: "parameters go into the block, as `key: value`")
    }
    return head.words.first
  }

  private func reportStrayOption(at span: Span) {
    builder.report(
      .parameter, at: span, "options stand at the top of a cell, and this one stands below code",
      help: "move the line up, or begin it with // if it is a comment")
  }

  private func report(_ error: InfoStringError) {
    switch error {
    case .noName(let span):
      builder.report(
        .unknownDirective, at: span, "a directive's name is missing between the braces",
        help: "write {name} result, or take the braces away for a plain code block")
    case .unclosed(let span):
      builder.report(
        .unknownDirective, at: span,
        "the braces around \(source.file.text(in: span)) are not closed behind the name",
        help: "write {\(source.file.text(in: span))} result; parameters go into the block, as `key: value`")
    }
  }
}
