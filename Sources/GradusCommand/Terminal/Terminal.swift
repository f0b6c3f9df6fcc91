import Glibc

/// Standard output and standard error.
enum Terminal {
  /// Writes to standard output; a reader that has left is no error.
  static func print(_ text: String) throws(DiskError) {
    guard !write(text, to: STDOUT_FILENO), errno != EPIPE else { return }
    throw DiskError("write", "the report")
  }

  /// Writes to standard error.
  static func printError(_ text: String) {
    _ = write(text, to: STDERR_FILENO)
  }

  /// Writes a line to standard error.
  ///
  /// What could steer a terminal is taken out: lines quote names of files.
  static func say(_ line: String) {
    let scalars = line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    printError(String(String.UnicodeScalarView(scalars)) + "\n")
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// Opens the standard streams that whoever started the command has closed, so that no file takes their numbers
  /// and receives what is meant for them.
  static func reserveStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Whether a descriptor is a terminal that people look at.
  static func isInteractive(_ descriptor: Int32, environment: [String: String]) -> Bool {
    isatty(descriptor) == 1 && environment["TERM"] != "dumb" && environment["CI"] == nil
  }

  /// Whether colours are wanted on a descriptor.
  static func usesColor(_ descriptor: Int32, environment: [String: String]) -> Bool {
    let noColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return isatty(descriptor) == 1 && environment["TERM"] != "dumb" && !noColor
  }

  /// How many columns a terminal has.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
