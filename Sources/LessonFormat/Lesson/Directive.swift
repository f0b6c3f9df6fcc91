import SourceText

/// A fenced block that asks for an experiment.
public struct Directive: Sendable, Hashable {
  /// The name of cells of Swift.
  public static let cellName = "swift"

  /// The experiment's name, between the braces.
  public var name: Spanned<String>
  /// The word behind the braces, which names its result.
  public var result: Spanned<String>?
  /// The body: a mapping of parameters, a list, or nothing.
  ///
  /// Display options are taken out of it.
  public var body: Datum
  /// Whether the body could be read as YAML; where it could not, that is reported already and the body is empty.
  public var isReadable: Bool
  /// The options that every directive shares.
  public var display: DisplayOptions
  /// Where its values come from, as an index into the lesson's citations.
  public var citedSource: Int?
  /// What it asks, where it is an `{exercise}` that could be read.
  public var exercise: Exercise?
  /// What it defines, where it is a `{term}` that could be read.
  public var term: Term?
  /// The code byte for byte, lines of options among it, where it is a cell of Swift.
  public var code: MappedText?
  /// The YAML as the author wrote it, for `echo: true`; of a cell the code without its options.
  public var source: String
  /// The place of the whole block.
  public var span: Span

  /// Makes a directive.
  public init(
    name: Spanned<String>, result: Spanned<String>?, body: Datum, isReadable: Bool = true,
    display: DisplayOptions, source: String, span: Span
  ) {
    self.name = name
    self.result = result
    self.body = body
    self.isReadable = isReadable
    self.display = display
    self.source = source
    self.span = span
  }
}

/// How a directive's outcome is shown, as in Quarto.
public struct DisplayOptions: Sendable, Hashable {
  /// The figure's caption, which is Markdown and may make claims.
  public var figureCaption: [Inline]?
  /// What the figure shows, in words; made from its data where the author gives none.
  public var figureAlternative: String?
  /// The figure's width in CSS pixels.
  public var figureWidth: Double?
  /// The figure's height in CSS pixels.
  public var figureHeight: Double?
  /// The table's caption, which is Markdown and may make claims.
  public var tableCaption: [Inline]?
  /// Whether the directive's own source is shown.
  public var showsSource = false
  /// Whether its outcome is shown.
  public var showsOutput = true

  /// Makes the defaults.
  public init() {}
}
