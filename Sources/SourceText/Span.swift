/// A half-open range of UTF-8 bytes in one source file.
public struct Span: Hashable, Sendable, Codable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// Makes a span of the bytes `start..<end`; an `end` before `start` is taken as `start`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// An empty span at an offset.
  public init(at offset: Int) {
    self.init(offset, offset)
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether no byte is inside.
  public var isEmpty: Bool { start == end }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }

  /// Whether an offset lies inside.
  public func contains(_ offset: Int) -> Bool {
    offset >= start && offset < end
  }
}

/// A value together with the place where the author wrote it.
public struct Spanned<Wrapped> {
  /// The value.
  public var value: Wrapped
  /// Its place in the source file.
  public var span: Span

  /// Makes a value with its place.
  public init(_ value: Wrapped, _ span: Span) {
    self.value = value
    self.span = span
  }
}

extension Spanned: Sendable where Wrapped: Sendable {}
extension Spanned: Equatable where Wrapped: Equatable {}
extension Spanned: Hashable where Wrapped: Hashable {}
extension Spanned: Codable where Wrapped: Codable {}
