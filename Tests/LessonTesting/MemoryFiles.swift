import Engine

/// The files of a course in memory.
public struct MemoryFiles: CourseFiles {
  /// The files by their paths.
  public var contents: [String: [UInt8]]
  /// Paths whose files are links that lead out of the course.
  public var links: Set<String> = []

  /// Makes files from their texts.
  public init(_ texts: [String: String]) {
    contents = texts.mapValues { Array($0.utf8) }
  }

  /// The bytes of a file.
  public func read(_ path: String) throws(FileProblem) -> [UInt8] {
    if links.contains(path) { throw .outside }
    guard let bytes = contents[path] else { throw .missing }
    return bytes
  }

  /// Whether there is such a file inside the course.
  public func exists(_ path: String) -> Bool {
    contents[path] != nil && !links.contains(path)
  }

  /// The names of the files right in a folder.
  public func names(in folder: String) -> [String] {
    contents.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
      .filter { !$0.contains("/") }.sorted()
  }

  /// The Markdown files, in order.
  public func markdownFiles() -> [String] {
    contents.keys.filter { $0.hasSuffix(".md") }.sorted()
  }
}
