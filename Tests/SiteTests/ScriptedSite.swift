import Foundation
import Site
import Testing

/// A site in a folder, whose pages are opened as files in a real browser.
struct ScriptedSite {
  private let site: Site
  private let browser: Browser

  init(_ site: Site) throws {
    self.site = site
    browser = try Browser()
    for path in site.paths where path.hasSuffix(".js") || path.hasSuffix(".css") {
      try browser.write(try #require(site.render(path)), to: path)
    }
  }

  /// What the body of an asynchronous function gives on a page, once the page's scripts have run.
  func run(_ body: String, on path: String) async throws -> [String] {
    let page = String(decoding: try #require(site.render(path)), as: UTF8.self)
    let script = """
      <script>
      const until = async (found) => {
        for (let tries = 0; tries < 200 && !found(); tries += 1) await new Promise((go) => setTimeout(go, 10));
        return found();
      };
      const press = (key, target = document.activeElement, more = {}) =>
        target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
      addEventListener("load", async () => {
        let result;
        try { result = await (async () => { \(body) })(); } catch (error) { result = [String(error)]; }
        const text = JSON.stringify(result.map(String));
        document.documentElement.setAttribute("data-result", btoa(unescape(encodeURIComponent(text))));
      });
      </script></head>
      """
    try browser.write(Array(page.replacing("</head>", with: script).utf8), to: path)
    let document = try await browser.dump(path)
    let match = try #require(document.firstMatch(of: /data-result="([^"]*)"/))
    let data = try #require(Data(base64Encoded: String(match.1)))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String])
  }
}
