import Foundation
import Testing

/// Full, protected and corrupted disks.
@Suite struct DiskTests {
  /// A file system of some size, for as long as a test needs it.
  private func withSmallDisk(_ size: String, at place: String, _ work: () async throws -> Void) async throws {
    let sandbox = try Sandbox()
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let mounted = try await sandbox.run(["mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", place])
    try #require(mounted.status == 0, "no file system was mounted: \(mounted.errors)")
    do {
      try await work()
    } catch {
      _ = try await sandbox.run(["umount", "-l", place])
      throw error
    }
    _ = try await sandbox.run(["umount", "-l", place])
  }

  static let canMount: Bool = {
    let place = NSTemporaryDirectory() + "/gradus-mount-\(getpid())"
    mkdir(place, 0o700)
    defer { rmdir(place) }
    guard getuid() == 0, mount("tmpfs", place, "tmpfs", 0, "size=4k") == 0 else { return false }
    return umount2(place, Int32(MNT_DETACH)) == 0
  }()

  @Test(.enabled(if: canMount, "needs the right to mount a small disk"), arguments: ["16k", "400k"])
  func `a full disk for the site is an error, and the old site stays`(_ size: String) async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox, lessons: 12)
    try await withSmallDisk(size, at: sandbox.place("disk")) {
      let ending = try await sandbox.gradus("build", "course", "--output", "disk/site")
      #expect(ending.status == 1)
      #expect(ending.errors.contains("gradus: cannot write \(sandbox.place("disk/site/"))"))
      #expect(ending.errors.hasSuffix(": No space left on device\n"))
      #expect(try sandbox.names(in: "disk") == [], "nothing is left behind")
    }
  }

  @Test(.enabled(if: canMount, "needs the right to mount a small disk"), arguments: ["4k", "40k"])
  func `a full disk for the cache poisons nothing`(_ size: String) async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox, lessons: 12)
    #expect(try await sandbox.gradus("build", "course", "--output", "expected").status == 0)
    try await withSmallDisk(size, at: "\(sandbox.path)/small") {
      let small = ["XDG_CACHE_HOME": "\(sandbox.path)/small"]
      #expect(try await sandbox.gradus("build", "course", environment: small).status == 0)
      _ = try await sandbox.run(["mount", "-o", "remount,size=50m", "\(sandbox.path)/small"])
      #expect(try await sandbox.gradus("build", "course", environment: small).status == 0)
      #expect(try sandbox.tree("course/public") == sandbox.tree("expected"))
    }
  }

  @Test(.enabled(if: canMount, "needs the right to mount a small disk"))
  func `a full disk leaves a lesson that is to be mended as it is`() async throws {
    let sandbox = try Sandbox()
    let place = sandbox.place("disk")
    try await withSmallDisk("12k", at: place) {
      let text = lesson("[3](=4)\n" + String(repeating: "Text. ", count: 1000))
      try sandbox.write(text, to: "disk/lesson.md")
      let ending = try await sandbox.gradus("check", "--fix", "disk/lesson.md")
      #expect(ending.status == 1)
      #expect(ending.errors.hasPrefix("gradus: cannot rewrite disk/lesson.md: No space left on device\n"))
      #expect(try sandbox.read("disk/lesson.md") == text)
      #expect(try sandbox.names(in: "disk") == ["lesson.md"])
    }
  }

  @Test func `a cache that cannot be written is done without`() async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox)
    try sandbox.write("in the way", to: "\(sandbox.path)/file")
    for cache in ["\(sandbox.path)/file", "/proc/nowhere", "/dev/null"] {
      let ending = try await sandbox.gradus("build", "course", environment: ["XDG_CACHE_HOME": cache])
      #expect(ending.status == 0, "\(ending.everything)")
    }
  }

  @Test func `damaged results are not used`() async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox)
    #expect(try await sandbox.gradus("build", "course").status == 0)
    let site = try sandbox.tree("course/public")
    let results = "\(sandbox.cache)/gradus"
    let damages: [(inout Data) -> Void] = [
      { $0 = Data() }, { $0.removeLast($0.count / 2) }, { $0[$0.count - 1] ^= 1 }, { $0[0] ^= 0x20 },
      { $0.append(0) }, { $0 = Data("garbage".utf8) },
    ]
    for (index, damage) in damages.enumerated() {
      let files = try sandbox.tree(results)
      #expect(files.count > 3)
      for (name, bytes) in files {
        var bytes = bytes
        damage(&bytes)
        try sandbox.write(bytes, to: "\(results)/\(name)")
      }
      #expect(try await sandbox.gradus("build", "course").status == 0)
      #expect(try sandbox.tree("course/public") == site, "damage \(index)")
    }
  }

  @Test func `results are swapped between keys in vain`() async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox)
    #expect(try await sandbox.gradus("build", "course").status == 0)
    let site = try sandbox.tree("course/public")
    let results = "\(sandbox.cache)/gradus"
    let files = try sandbox.tree(results)
    for (name, bytes) in zip(files.keys.sorted(), files.keys.sorted().reversed().map { files[$0] }) {
      try sandbox.write(try #require(bytes), to: "\(results)/\(name)")
    }
    #expect(try await sandbox.gradus("build", "course").status == 0)
    #expect(try sandbox.tree("course/public") == site)
  }

  @Test func `a folder in the place of a result, and a link, do no harm`() async throws {
    let sandbox = try Sandbox()
    try BuildTests.course(sandbox)
    #expect(try await sandbox.gradus("check", "course").status == 0)
    try sandbox.write("mine", to: "mine/file")
    let results = "\(sandbox.cache)/gradus"
    for name in try sandbox.tree(results).keys {
      try sandbox.remove("\(results)/\(name)")
      try sandbox.makeFolder("cache/gradus/\(name)")
    }
    #expect(try await sandbox.gradus("check", "course").status == 0)
    try sandbox.link("\(results)/results/link", to: sandbox.place("mine"))
    #expect(try await sandbox.gradus("clean").status == 0)
    #expect(try sandbox.read("mine/file") == "mine")
  }
}
