import Glibc

/// What a running process uses, as the system tells.
struct ProcessUse {
  let threads: Int
  /// Bytes of memory that are its own or that it has touched.
  let memory: Int

  /// Looks at a process; nil where it is gone.
  init?(of process: Int32) {
    let statistics = Self.words(of: "/proc/\(process)/statm")
    guard let stat = File.read("/proc/\(process)/stat", limit: 4096), statistics.count > 2,
      let pages = Int(statistics[1]), let shared = Int(statistics[2])
    else { return nil }
    // The name, in parentheses, may have spaces and parentheses of its own.
    let text = String(decoding: stat, as: UTF8.self)
    guard let name = text.lastIndex(of: ")") else { return nil }
    let fields = text[name...].split(separator: " ")
    threads = fields.count > 18 ? Int(fields[18]) ?? 0 : 0
    memory = max(0, pages - shared) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The only process that another started; nil where it has started none.
  static func child(of process: Int32) -> Int32? {
    words(of: "/proc/\(process)/task/\(process)/children").first.flatMap { Int32($0) }
  }

  private static func words(of path: String) -> [Substring] {
    String(decoding: File.read(path, limit: 4096) ?? [], as: UTF8.self).split { $0 == " " || $0 == "\n" }
  }
}
