import Glibc
import Site

/// Reads the theme and the files of KaTeX that pages need from disk.
struct ThemeLoader {
  let installation: Installation

  /// Reads templates, style sheets, scripts and fonts.
  func load() throws(DiskError) -> Theme {
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
    if !assets.keys.contains(where: { $0.hasPrefix("assets/fonts/") }) {
      // They were not made: pages take what the reader's machine has, and ask for nothing that is not there.
      assets["assets/styles/fonts.css"] = []
    }
    assets["assets/katex/katex.min.css"] = try Disk.read("\(installation.katex)/katex.min.css")
    // Every browser that can show the pages reads WOFF2; the style sheet names it first.
    for name in Disk.names(in: "\(installation.katex)/fonts") where name.hasSuffix(".woff2") {
      assets["assets/katex/fonts/\(name)"] = try Disk.read("\(installation.katex)/fonts/\(name)")
    }
    return Theme(templates: templates, assets: assets)
  }

  private func files(in folder: String, below prefix: String = "") -> [String] {
    Disk.names(in: "\(folder)/\(prefix)").flatMap { name -> [String] in
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      return Disk.isFolder("\(folder)/\(path)") ? files(in: folder, below: path) : [path]
    }
  }
}
