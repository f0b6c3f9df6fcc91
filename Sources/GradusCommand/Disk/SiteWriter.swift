import CLinux
import Glibc

/// Writes a site beside the one that is there and puts it in its place in one step when it is whole.
struct SiteWriter {
  /// The folder where the site is to stand.
  let output: String
  private let staging: StagingFolder

  /// The file that tells a site from a folder of someone's own.
  static let marker = ".gradus-site"

  /// Prepares an empty folder for the new site.
  ///
  /// - Throws: a `DiskError` where the output is a folder that Gradus did not make and that is not empty.
  init(output: String) throws(DiskError) {
    let output = Disk.resolvedPath(output) ?? output
    try Self.refuseForeign(output)
    self.output = output
    StagingFolder.removeAbandoned(beside: output)
    staging = try Interruption.making(\.path) { () throws(DiskError) in try StagingFolder(beside: output) }
  }

  /// Refuses a folder that Gradus did not make and that is not empty.
  static func refuseForeign(_ output: String) throws(DiskError) {
    let output = Disk.resolvedPath(output) ?? output
    var status = stat()
    guard lstat(output, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw DiskError("write the site to", output, reason: "it is not a folder")
    }
    let names = Disk.names(in: output)
    guard names.isEmpty || names.contains(marker) else {
      throw DiskError(
        "write the site to", output,
        reason: "it has files that are not Gradus's; give --output an empty folder")
    }
  }

  /// Writes one file of the new site.
  func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    do throws(DiskError) {
      let full = "\(staging.path)/\(path)"
      try Disk.makeFolder(parentFolder(of: full))
      try Disk.write(bytes, to: full)
    } catch {
      throw DiskError("write", "\(output)/\(path)", reason: error.reason)
    }
  }

  /// Puts the new site in the place of the old one.
  func commit() throws(DiskError) {
    try write([], to: Self.marker)
    try Interruption.withoutInterruption(of: staging.path) { () throws(DiskError) in
      try Self.refuseForeign(output)
      try replaceOutput()
    }
    discard()
  }

  /// The staging folder takes the place of the site, and holds the old one from then on.
  private func replaceOutput() throws(DiskError) {
    // Another build may put its site in place between two steps, which then come again.
    for _ in 0..<10 {
      if gradus_exchange(staging.path, output) == 0 || rename(staging.path, output) == 0 { return }
      guard errno == ENOTEMPTY || errno == EEXIST else { break }
      // A file system that cannot exchange two folders: the old site goes aside for a moment.
      let aside = "\(staging.path)-old"
      if rename(output, aside) == 0 {
        guard rename(staging.path, output) != 0 else { return try Disk.remove(aside) }
        _ = rename(aside, output)
      }
    }
    let isMountPoint = errno == EBUSY || errno == EXDEV
    let reason = isMountPoint ? "it is a mount point; give --output a folder inside it" : nil
    throw DiskError("write the site to", output, reason: reason ?? String(cString: strerror(errno)))
  }

  /// Removes what was written, or the site that was replaced.
  func discard() {
    Interruption.forget(staging.path)
    staging.remove()
  }
}
