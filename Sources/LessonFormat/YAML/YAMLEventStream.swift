internal import CYAML

/// The events of a document, pulled one by one from libyaml.
final class YAMLEventStream {
  // libyaml keeps pointers into its own structure, so that both must stay where they are.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let source: YAMLSource
  private let isReady: Bool

  /// Begins to read a document.
  init(_ source: YAMLSource) {
    self.source = source
    parser = .allocate(capacity: 1)
    input = .allocate(capacity: max(source.bytes.count, 1))
    _ = input.initialize(from: source.bytes)
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, source.bytes.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
    input.deallocate()
  }

  /// The next event.
  func next() throws(YAMLFailure) -> YAMLEvent {
    var event = yaml_event_t()
    guard isReady, yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { yaml_event_delete(&event) }
    var result = YAMLEvent(kind: kind(of: event), range: range(from: event.start_mark, to: event.end_mark))
    switch event.type {
    case YAML_SCALAR_EVENT:
      result.hasTag = event.data.scalar.tag != nil
      result.hasAnchor = event.data.scalar.anchor != nil
    case YAML_SEQUENCE_START_EVENT:
      result.hasTag = event.data.sequence_start.tag != nil
      result.hasAnchor = event.data.sequence_start.anchor != nil
    case YAML_MAPPING_START_EVENT:
      result.hasTag = event.data.mapping_start.tag != nil
      result.hasAnchor = event.data.mapping_start.anchor != nil
    default: break
    }
    return result
  }

  private func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT:
      let start = event.data.document_start
      let hasTags = start.tag_directives.start != start.tag_directives.end
      return .documentStart(hasDirectives: start.version_directive != nil || hasTags)
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(String(decoding: value, as: UTF8.self), style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      return .listStart(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      return .mappingStart(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    default: return .streamEnd
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLEvent.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func range(from start: yaml_mark_t, to end: yaml_mark_t) -> Range<Int> {
    let lower = source.byteOffset(ofCharacter: Int(start.index))
    return lower..<max(lower, source.byteOffset(ofCharacter: Int(end.index)))
  }

  private var failure: YAMLFailure {
    guard isReady, let problem = parser.pointee.problem else {
      return YAMLFailure(problem: "out of memory", offset: 0)
    }
    let context = parser.pointee.context == nil ? nil : parser.pointee.context_mark
    return YAMLFailure(
      problem: String(cString: problem),
      offset: source.byteOffset(ofCharacter: Int(parser.pointee.problem_mark.index)),
      context: context.map { source.byteOffset(ofCharacter: Int($0.index)) })
  }
}
