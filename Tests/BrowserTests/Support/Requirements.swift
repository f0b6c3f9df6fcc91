import Foundation

/// What these tests need of the machine.
///
/// Where something is missing they are skipped, but never under CI.
enum Requirements {
  static let isUnderCI = ProcessInfo.processInfo.environment["CI"].map { !$0.isEmpty } ?? false

  static let areMet =
    isUnderCI
    || ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy(FileManager.default.isExecutableFile)

  /// The checkout that these tests are part of.
  static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
