import Glibc

/// A folder that is gone when the command ends, however it ends.
struct TemporaryFolder {
  let path: String

  init(environment: [String: String]) throws(DiskError) {
    let parent = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    path = try Interruption.making(\.self) { () throws(DiskError) in
      var template = Array("\(parent)/gradus-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw DiskError("make a folder in", parent) }
      let made = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      return Disk.resolvedPath(made) ?? made
    }
  }

  func remove() {
    try? Disk.remove(path)
    Interruption.forget(path)
  }
}
