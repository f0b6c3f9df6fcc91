/// One event of a YAML document, in the order of the text.
struct YAMLEvent {
  /// How a scalar is written.
  enum Style {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// What begins, ends or stands there.
  enum Kind {
    case documentStart(hasDirectives: Bool)
    case alias
    case scalar(String, Style)
    case listStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    /// The end of a list or a mapping.
    case collectionEnd
    case documentEnd
    case streamStart
    case streamEnd
  }

  /// What begins, ends or stands there.
  var kind: Kind
  /// The place, in bytes of the document.
  var range: Range<Int>
  /// Whether it carries a tag, `!!str`.
  var hasTag = false
  /// Whether it carries an anchor, `&name`.
  var hasAnchor = false
}

/// Why libyaml stopped, and where, in bytes of the document.
struct YAMLFailure: Error {
  /// What libyaml says.
  var problem: String
  /// Where it stopped.
  var offset: Int
  /// Where what it was reading began.
  var context: Int?
}
