import Engine
import FoundationEssentials
import Glibc

/// What jobs of Slurm are to do, and what came of it: a folder in the cache, which all nodes see.
struct JobFolder {
  /// What is to be done.
  struct Request: Codable {
    /// The course, as it was asked for.
    var location: CourseLocation
    /// Whether Swift cells are refused, or run without a sandbox.
    var refusesSwift: Bool
    var runsUnsandboxed: Bool
    /// The runs of each job of the array.
    var slices: [[ElsewhereRun]]

    var keys: Set<String> { Set(slices.flatMap { $0.map(\.key) }) }
  }

  let path: String

  /// The name under which Slurm knows the jobs.
  var name: String { lastPart(of: path) }

  /// Makes a folder for new jobs in a cache.
  static func make(in cache: CacheFolder, _ request: Request) throws(DiskError) -> JobFolder {
    let number = UInt64.random(in: .min ... .max)
    let folder = JobFolder(path: "\(cache.jobs)/gradus-\(String(number, radix: 36))")
    try Disk.makeFolder(folder.path, permissions: 0o700)
    guard let bytes = try? JSONEncoder().encode(request) else {
      throw DiskError("write", folder.path, reason: "the request has no form as JSON")
    }
    try Disk.write(Array(bytes), to: "\(folder.path)/request.json", permissions: 0o600)
    return folder
  }

  /// The folders in a cache whose jobs have not been collected.
  static func all(in cache: CacheFolder) -> [JobFolder] {
    Disk.names(in: cache.jobs).filter { $0.hasPrefix("gradus-") }
      .map { JobFolder(path: "\(cache.jobs)/\($0)") }
  }

  /// What is to be done; nil where that cannot be read.
  var request: Request? { decoded("request.json") }

  /// How the runs of a job ended; nil where it has not come to its end.
  func endings(of slice: Int) -> [String: RunEnding]? { decoded("ended-\(slice).json") }

  /// Tells how the runs of a job ended, in one step.
  func note(_ endings: [String: RunEnding], of slice: Int) throws(DiskError) {
    guard let bytes = try? JSONEncoder().encode(endings) else { return }
    let temporary = "\(path)/ended-\(slice).\(getpid()).tmp"
    try Disk.write(Array(bytes), to: temporary, permissions: 0o600)
    guard rename(temporary, "\(path)/ended-\(slice).json") == 0 else { throw DiskError("write", path) }
  }

  /// The file to which a job writes what it has to say; `%a` is its number.
  var log: String { "\(path)/job-%a.txt" }

  /// What a job has written last.
  func lastWords(of slice: Int) -> String {
    let text = String(
      decoding: (try? Disk.read("\(path)/job-\(slice).txt", limit: 1_000_000)) ?? [], as: UTF8.self)
    return text.withoutLastLineBreaks.split(whereSeparator: \.isNewline).last.map { String($0.prefix(200)) }
      ?? ""
  }

  /// Whether nobody has touched it for a day.
  var isOld: Bool {
    var status = stat()
    return stat(path, &status) == 0 && time(nil) - status.st_mtim.tv_sec > 86_400
  }

  private func decoded<Value: Decodable>(_ name: String) -> Value? {
    (try? Disk.read("\(path)/\(name)")).flatMap { try? JSONDecoder().decode(Value.self, from: Data($0)) }
  }
}
