import Glibc
import Site
import Typesetting

/// Where the parts that Gradus needs besides itself are: its theme, KaTeX and highlight.js.
struct Installation {
  /// KaTeX as Debian's libjs-katex installs it.
  let katex = "/usr/share/javascript/katex"
  /// highlight.js as Debian's libjs-highlight.js installs it.
  let highlight = "/usr/share/javascript/highlight.js"

  /// The program that runs, whatever has been put in its file's place since it began.
  static let program = "/proc/self/exe"

  /// The program's own file.
  static let executable = Disk.resolvedPath(program) ?? CommandLine.arguments.first ?? "gradus"

  /// The folder of templates, style sheets and scripts: `share/gradus/theme` beside the folder of the command, or
  /// `site/theme` in the checkout that the command was built in, or in that of a package which adds experiments to it.
  func theme() throws(DiskError) -> String {
    let prefix = parentFolder(of: parentFolder(of: Self.executable))
    var candidates = ["\(prefix)/share/gradus/theme"]
    var folder = parentFolder(of: Self.executable)
    while folder != "/", folder != "." {
      candidates.append("\(folder)/site/theme")
      // A package that depends on Gradus has its checkout below its own build folder.
      candidates.append("\(folder)/checkouts/gradus/site/theme")
      folder = parentFolder(of: folder)
    }
    guard let theme = candidates.first(where: { Disk.isFile("\($0)/lesson.mustache") }) else {
      throw DiskError(
        "find", "\(prefix)/share/gradus/theme",
        reason: "the theme is not installed; run gradus from its checkout")
    }
    return theme
  }

  /// The sources that typesetting runs, read when they are first needed.
  func typesettingSources() throws(DiskError) -> TypesettingSources {
    TypesettingSources(
      katex: try text("\(katex)/katex.min.js", package: "libjs-katex"),
      highlight: try text("\(highlight)/highlight.min.js", package: "libjs-highlight.js"))
  }

  private func text(_ path: String, package: String) throws(DiskError) -> String {
    do {
      return String(decoding: try Disk.read(path), as: UTF8.self)
    } catch {
      throw DiskError("read", path, reason: "\(error.reason); Debian's package \(package) has it")
    }
  }

  /// The files that outcomes of typesetting depend on.
  var typesettingFiles: [String] {
    ["\(katex)/katex.min.js", "\(highlight)/highlight.min.js"]
  }
}
