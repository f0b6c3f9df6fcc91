import Foundation

extension BuiltSite {
  /// What the body of an asynchronous function gives on a page, whose scripts have run: a list, as texts.
  ///
  /// It may wait `until` something is found, and `press` a key.
  func run(_ body: String, on path: String) async throws -> [String] {
    let script = """
      const done = arguments[arguments.length - 1];
      const until = async (found) => {
        for (let tries = 0; tries < 1000 && !found(); tries += 1) await new Promise((go) => setTimeout(go, 10));
        return found();
      };
      const press = (key, target = document.activeElement, more = {}) =>
        target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
      (async () => { \(body) })().then((result) => done(result.map(String)), (error) => done([String(error)]));
      """
    return try await withBrowser { browser in
      try await browser.open(page(path))
      return try await browser.runAsynchronously(script)
    }
  }
}
