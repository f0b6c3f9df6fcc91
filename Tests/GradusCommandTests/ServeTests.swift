import Foundation
import LessonTesting
import Testing

/// `serve` shows a course on this machine alone, and follows its edits.
@Suite struct ServeTests {
  private func course(_ sandbox: Sandbox) throws {
    try sandbox.write(Data([0x89, 0x50, 0x4E, 0x47]), to: "course/part/picture.png")
    try sandbox.write("x\n1\n", to: "course/data.csv")
    try sandbox.writeCourse(
      "course",
      [
        "one.md": "First text. [2](=1+1) ![A picture](part/picture.png) [data](data.csv)\n",
        "part/two words.md": "Second text: @eq-x.\n", "three.md": "$$ x $$ {#eq-x}\n",
      ])
  }

  /// Waits until something is so.
  private func eventually(
    _ what: String, errors: @autoclosure () -> String = "", _ holds: () async throws -> Bool
  ) async throws {
    let isSo = try await poll(every: .milliseconds(20)) { try await holds() ? true : nil }
    if isSo == nil { Issue.record("it never came true: \(what)\n\(errors())") }
  }

  @Test func `pages, pictures, data, styles and fonts are served as what they are`() async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    let preview = try await Preview(sandbox, "course")
    for (path, type) in [
      ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
      ("/one.html", "text/html; charset=utf-8"), ("/one.html?x=1", "text/html; charset=utf-8"),
      ("/part/two%20words.html", "text/html; charset=utf-8"), ("/verification.json", "application/json"),
      ("/part/picture.png", "image/png"), ("/data.csv", "text/csv; charset=utf-8"),
      ("/assets/katex/katex.min.css", "text/css; charset=utf-8"),
      ("/assets/reload.js", "text/javascript; charset=utf-8"),
      ("/assets/fonts/charis-Regular.woff2", "font/woff2"),
    ] {
      let answer = try await preview.get(path)
      #expect(answer.status == 200, "\(path)")
      #expect(answer.headers["content-type"] == type, "\(path)")
      let caching =
        path.hasSuffix(".woff2") ? "max-age=3600" : path.hasPrefix("/assets/") ? "no-cache" : "no-store"
      #expect(answer.headers["cache-control"] == caching, "\(path)")
      #expect(answer.headers["content-length"] == "\(answer.body.count)")
    }
    #expect(try await preview.get("/one.html").text.contains("First text."))
    #expect(try await preview.get("/part/picture.png").body == Data([0x89, 0x50, 0x4E, 0x47]))
    let head = try await preview.get("/one.html", method: "HEAD")
    #expect(head.status == 200)
    #expect(head.body.isEmpty)
    #expect(!sandbox.exists("course/public"), "a preview writes no site")
  }

  @Test func `what pages need besides is sent again only where it has changed`() async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    let preview = try await Preview(sandbox, "course")
    let path = "/assets/styles/base.css"
    let first = try await preview.get(path)
    let tag = try #require(first.headers["etag"])
    let second = try await preview.get(path, headers: "If-None-Match: \(tag)\r\n")
    #expect(second.status == 304 && second.body.isEmpty && second.headers["etag"] == tag)
    let other = try await preview.get(path, headers: "If-None-Match: \"0\"\r\n")
    #expect(other.status == 200 && other.body == first.body)
  }

  @Test func `it listens on the loopback address alone`() async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    let preview = try await Preview(sandbox, "course")
    // Lines of the kernel's table: number, local address and port in hexadecimal, remote address, state 0A for listening.
    let hexadecimal = String(preview.port, radix: 16, uppercase: true)
    let port = ":" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
    var listening: [String] = []
    for file in ["/proc/net/tcp", "/proc/net/tcp6"] {
      let table = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
      for line in table.split(separator: "\n") {
        let fields = line.split(separator: " ")
        guard fields.count > 3, fields[3] == "0A", fields[1].hasSuffix(port) else { continue }
        listening.append(String(fields[1].dropLast(port.count)))
      }
    }
    #expect(listening == ["0100007F"])
  }

  @Test func `nothing but the site is served, and to nobody else`() async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    try sandbox.write("secret", to: "secret.txt")
    try sandbox.write("secret", to: "course/unlinked.txt")
    let preview = try await Preview(sandbox, "course")
    for path in [
      "/../secret.txt", "/../../../../../../etc/passwd", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
      "/assets/../../secret.txt", "//etc/passwd",
      "/part/%2e%2e/%2e%2e/secret.txt", "/unlinked.txt", "/course.yml", "/missing.html",
      "/.gradus/other", "/%00", "/%", "/\u{FF}", "*",
      "http://127.0.0.1/unlinked.txt", "/..\\secret.txt", "/" + String(repeating: "a/", count: 4000),
    ] {
      if let answer = try? await preview.get(path) {
        #expect(answer.status == 404 || answer.status == 400, "\(path): \(answer.status)")
        #expect(!answer.text.contains("secret\n") && !answer.text.contains("root:"))
      }
    }
    for host in [
      "evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example",
      "evil.example:127.0.0.1", "[::1]", "127.0.0.1@evil.example",
    ] {
      for path in ["/one.html", "/.gradus/version?after=-1"] {
        #expect(try await preview.get(path, host: host).status == 403, "\(host)")
      }
    }
    for host in ["localhost", "localhost:\(preview.port)", "LOCALHOST", "127.0.0.1"] {
      #expect(try await preview.get("/one.html", host: host).status == 200, "\(host)")
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
      #expect(try await preview.get("/one.html", method: method).status != 200)
    }
    #expect(try await preview.get("/one.html").status == 200, "it still serves")
  }

  @Test func `an edit shows at once; a mistake at its place, until it is mended`() async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    let preview = try await Preview(sandbox, "course")
    let first = try await preview.version(after: -1)
    #expect(try await preview.version(after: first - 1) == first, "who is behind is answered at once")
    async let news = preview.version(after: first)
    try await Task.sleep(for: .milliseconds(100))
    try sandbox.writeLesson("New text. [2](=1+1)\n", to: "course/one.md")
    let second = try await news
    #expect(second > first)
    try await eventually("the page shows the new text") {
      try await preview.get("/one.html").text.contains("New text.")
    }
    #expect(
      try await preview.get("/data.csv").status == 404,
      "what no page links to any more is no part of the site")

    try sandbox.writeLesson("New text, with a mistake. [3](=1+1)\n", to: "course/one.md")
    try await preview.version(after: second)
    try await eventually("the page shows the mistake") {
      let page = try await preview.get("/one.html").text
      return page.contains("claimed 3, computed 2") && page.contains("5:28")
        && page.contains("with a mistake")
    }
    #expect(try await preview.get("/one.html?last-good").text.contains("New text. "))
    try await eventually("the terminal shows the mistake") {
      preview.command.errorsSoFar.contains("course/one.md:5:28: error: claimed 3, computed 2")
    }
    try sandbox.writeLesson("New text, mended. [2](=1+1)\n", to: "course/one.md")
    try await eventually("the mistake is gone") {
      let page = try await preview.get("/one.html").text
      return page.contains("mended") && !page.contains("claimed 3")
    }
  }

  @Test func `lessons come and go, and so does course_yml`() async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    let preview = try await Preview(sandbox, ".", in: "course/part")
    let yml = try sandbox.read("course/course.yml")
    try sandbox.remove("course/three.md")
    try await eventually("the lesson is gone") { try await preview.get("/three.html").status == 404 }
    try await eventually("course.yml is wrong", errors: preview.command.errorsSoFar) {
      preview.command.errorsSoFar.contains("../course.yml:4:46: error: the lesson three.md does not exist")
    }
    try sandbox.write(
      "title: Other\nparts:\n  - title: P\n    lessons: [new/folder/four.md, one.md]\n",
      to: "course/course.yml")
    try sandbox.writeLesson("Fourth text.\n", to: "course/new/folder/four.md")
    try await eventually("a lesson in a new folder is there") {
      try await preview.get("/new/folder/four.html").text.contains("Fourth text.")
    }
    try sandbox.writeLesson("Fourth text, edited.\n", to: "course/new/folder/four.md")
    try await eventually("an edit in a new folder shows") {
      try await preview.get("/new/folder/four.html").text.contains("edited")
    }
    try FileManager.default.moveItem(
      atPath: sandbox.place("course/one.md"), toPath: sandbox.place("course/uno.md"))
    try await eventually("a lesson that was renamed is gone") {
      try await preview.get("/one.html").status == 404
    }
    try sandbox.write("title: [", to: "course/course.yml")
    try await eventually("a broken course.yml is reported") {
      preview.command.errorsSoFar.contains("course.yml:1:")
    }
    try sandbox.remove("course/course.yml")
    try await eventually("a missing course.yml is reported") {
      preview.command.errorsSoFar.contains("course.yml does not exist")
    }
    try FileManager.default.moveItem(
      atPath: sandbox.place("course/uno.md"), toPath: sandbox.place("course/one.md"))
    try sandbox.writeLesson("$$ x $$ {#eq-x}\n", to: "course/three.md")
    try sandbox.write(yml, to: "course/course.yml")
    try await eventually("all is as it was") { try await preview.get("/three.html").status == 200 }
  }

  @Test func `a lesson without a course is served, too`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson("Alone. [3](=1+1)\n", to: "lesson.md")
    let preview = try await Preview(sandbox, "lesson.md")
    #expect(try await preview.get("/").text.contains("claimed 3, computed 2"))
    // As editors save: a new file takes the old one's name.
    try sandbox.writeLesson("Alone. [2](=1+1)\n", to: ".lesson.md.new")
    #expect(rename(sandbox.place(".lesson.md.new"), sandbox.place("lesson.md")) == 0)
    try await eventually("the mistake is gone") { try await !preview.get("/").text.contains("claimed 3") }
    try sandbox.remove("lesson.md")
    try await eventually("the lesson is gone") {
      preview.command.errorsSoFar.contains("lesson.md:1:1: error: the lesson does not exist")
    }
  }

  @Test func `many who wait, and some who say nothing, keep nobody from being served`() async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    let preview = try await Preview(sandbox, "course")
    let idle = try (0..<20).map { _ in try connection(to: preview.port) }
    defer { for descriptor in idle { close(descriptor) } }
    let version = try await preview.version(after: -1)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<20 { group.addTask { try await preview.version(after: version) } }
      try await Task.sleep(for: .milliseconds(200))
      #expect(try await preview.get("/one.html").status == 200)
      try sandbox.writeLesson("Edited.\n", to: "course/one.md")
      for try await news in group { #expect(news > version) }
    }
  }

  @Test func `a port in use is an error`() async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    let preview = try await Preview(sandbox, "course")
    let ending = try await sandbox.gradus("serve", "course", "--port", "\(preview.port)")
    #expect(ending.status == 1)
    #expect(
      ending.everything
        == "gradus: cannot serve on port \(preview.port): it is in use; choose another one with --port\n")
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `Ctrl-C ends it at once, and frees the port`(_ signal: Int32) async throws {
    let sandbox = try Sandbox()
    try course(sandbox)
    let preview = try await Preview(sandbox, "course")
    let version = try await preview.version(after: -1)
    async let waiting = preview.get("/.gradus/version?after=\(version)")
    try await Task.sleep(for: .milliseconds(100))
    preview.command.send(signal)
    let ending = try await preview.command.end()
    #expect(ending.signal == signal)
    _ = try? await waiting
    #expect(throws: SocketFailure.self) { try connection(to: preview.port) }
    #expect(try sandbox.names(in: "course") == ["course.yml", "data.csv", "one.md", "part", "three.md"])
  }
}
