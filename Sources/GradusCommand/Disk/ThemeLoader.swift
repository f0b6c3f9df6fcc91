import Glibc
import Site

/// Reads the theme and the files of KaTeX that pages need from disk.
struct ThemeLoader {
  let installation: Installation

  /// Reads templates, style sheets, scripts and fonts.
  func load() throws -> Theme {
    var templates: [String: String] = [:]
    var assets: [String: [UInt8]] = [:]
    let theme = try installation.theme()
    for path in files(in: theme) {
      let bytes = try Disk.read("\(theme)/\(path)")
      if path.hasSuffix(".mustache") {
        templates[String(path.dropLast(".mustache".count))] = String(decoding: bytes, as: UTF8.self)
      } else {
        assets["assets/\(path)"] = bytes
      }
    }
    let katex = try Disk.read("\(installation.katex)/katex.min.css")
    if assets.keys.contains(where: { $0.hasPrefix("assets/fonts/") }) {
      assets["assets/katex/katex.min.css"] = Self.withoutFaces(katex)
    } else {
      // They were not made: the text takes what the reader's machine has, and mathematics KaTeX's own files.
      assets["assets/styles/fonts.css"] = []
      assets["assets/katex/katex.min.css"] = katex
      try addFaces(to: &assets)
    }
    return try Theme(templates: templates, assets: assets)
  }

  /// KaTeX's style sheet, whose faces the theme has its own files of.
  private static func withoutFaces(_ sheet: [UInt8]) -> [UInt8] {
    let text = String(decoding: sheet, as: UTF8.self)
    return Array(text.replacing(/@font-face\s*\{[^}]*\}/, with: "").utf8)
  }

  /// Adds the files that KaTeX's style sheet names.
  private func addFaces(to assets: inout [String: [UInt8]]) throws(DiskError) {
    // Every browser that can show the pages reads WOFF2; the style sheet names it first.
    for name in Disk.names(in: "\(installation.katex)/fonts") where name.hasSuffix(".woff2") {
      assets["assets/katex/fonts/\(name)"] = try Disk.read("\(installation.katex)/fonts/\(name)")
    }
  }

  private func files(in folder: String, below prefix: String = "") -> [String] {
    Disk.names(in: "\(folder)/\(prefix)").flatMap { name -> [String] in
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      return Disk.isFolder("\(folder)/\(path)") ? files(in: folder, below: path) : [path]
    }
  }
}
