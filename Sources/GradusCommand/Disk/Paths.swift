/// The folder that holds a path, by its text alone.
func parentFolder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of a path.
func lastPart(of path: String) -> String {
  parts(of: path).last ?? path
}

/// A path made absolute and cleaned of `.` and `..`, by its text alone.
func absolutePath(_ path: String, from folder: String) -> String {
  var cleaned: [String] = []
  for part in parts(of: path.hasPrefix("/") ? path : "\(folder)/\(path)") where part != "." {
    if part == ".." { _ = cleaned.popLast() } else { cleaned.append(part) }
  }
  return "/" + cleaned.joined(separator: "/")
}

/// An absolute path as it is written from a folder: `../other/file`.
func relativePath(_ path: String, from folder: String) -> String {
  let target = parts(of: path)
  let base = parts(of: folder)
  let common = zip(target, base).prefix { $0 == $1 }.count
  let steps = Array(repeating: "..", count: base.count - common) + target.dropFirst(common)
  return steps.isEmpty ? "." : steps.joined(separator: "/")
}

/// Whether an absolute path is below a folder; both without links, `.` and `..`.
func isPath(_ path: String, inside folder: String) -> Bool {
  path.utf8.starts(with: (folder == "/" ? "/" : folder + "/").utf8)
}

/// A word that a shell takes as it is.
func quotedForShell(_ word: String) -> String {
  let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:@%+".unicodeScalars)
  let path = word.hasPrefix("-") ? "./\(word)" : word
  guard !path.unicodeScalars.allSatisfy({ plain.contains($0) || !$0.isASCII }) else { return path }
  return "'" + path.replacing("'", with: "'\\''") + "'"
}

/// The parts between the slashes, which combine with no character after them.
private func parts(of path: String) -> [String] {
  path.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }
}
