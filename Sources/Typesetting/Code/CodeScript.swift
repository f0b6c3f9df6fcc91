extension JavaScriptLibrary {
  /// The script around highlight.js.
  ///
  /// The answer is `=` and the HTML, or `?` for a language that it does not know.
  static let code = JavaScriptLibrary(
    name: "highlight.js", function: "gradusHighlight",
    glue: """
      window.gradusHighlight = function (source, language) {
        if (!hljs.getLanguage(language)) return "?";
        return "=" + hljs.highlight(language, source, true).value;
      };
      """)
}
