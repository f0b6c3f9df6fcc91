import Testing

@Suite struct EscapingTests {
  @Test(arguments: [
    ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
    ("`<script>alert(1)</script>`", "<p><code>&lt;script&gt;alert(1)&lt;/script&gt;</code></p>"),
    ("a <b onclick=x>word</b>", "<p>a &lt;b onclick=x&gt;word&lt;/b&gt;</p>"),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("[x](https://a.org/?q=\"<>&b=c)", "href=\"https://a.org/?q=&quot;&lt;&gt;&amp;b=c\""),
    ("[x](https://a.org 'say \"hi\"')", "title=\"say &quot;hi&quot;\""),
    ("![a \"b\" < c](picture.png)", "alt=\"a &quot;b&quot; &lt; c\""),
    ("```\n</code></pre><script>\n```", "&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;"),
    ("# A <i> & b", "A &lt;i&gt; &amp; b"),
  ])
  func textIsEscaped(markdown: String, expected: String) async throws {
    let html = try await bodyHTML(markdown)
    #expect(html.contains(expected), "\(html)")
    #expect(!html.contains("<script"))
  }

  @Test func aLanguageCannotBreakOutOfItsAttribute() async throws {
    let html = try await bodyHTML("```a\"onclick=\"b\nx\n```")
    #expect(html.contains("class=\"language-a&quot;onclick=&quot;b\""))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "java&#x09;script:x",
  ])
  func aLinkThatCouldRunCodeIsNoLink(_ destination: String) async throws {
    let document = try await page("[word](\(destination))", isRight: false)
    let links = document.elements("a").filter { $0.text == "word" }
    #expect(links.isEmpty, "\(links)")
    #expect(document.elements("p").contains { $0.text == "word" })
  }

  @Test func titlesAreEscapedInEveryTemplate() async throws {
    let hostile = "A </title><script>x</script> \" & '"
    let site = try await makeSite([
      "course.yml":
        "title: '\(hostile.replacing("'", with: "''"))'\nparts:\n  - {title: '<b>', lessons: [a.md, b.md]}\n",
      "a.md": "---\ntitle: |-\n  \(hostile)\ndescription: '\"><script>'\nauthor: <i>\n---\n\nText.\n",
      "b.md": "---\ntitle: B\n---\n\nText.\n",
    ])
    for path in ["index.html", "a.html", "b.html", "verification.html", "verification/a.html"] {
      let document = HTMLDocument(try #require(site.render(path)))
      #expect(document.problems.isEmpty, "\(path): \(document.problems)")
      #expect(document.elements("script").allSatisfy { $0.attributes["src"] != nil }, "\(path)")
    }
  }

  @Test func rawHTMLGoesThroughWhereTheCourseAllowsIt() async throws {
    let course = "title: T\nhtml: true\nparts:\n  - {title: P, lessons: [lesson.md]}\n"
    let html = try await bodyHTML("<div class=\"own\">x</div>\n\nA <b>word</b>.", course: course)
    #expect(html.contains("<div class=\"own\">x</div>"))
    #expect(html.contains("<b>word</b>"))
  }
}
