extension JavaScriptLibrary {
  /// The script around KaTeX.
  ///
  /// The answer is `=` and the HTML, or `!`, the place of a mistake, a line break and KaTeX's message.
  ///
  /// - Links, pictures and HTML attributes are not trusted. KaTeX would print the command in red instead;
  ///   here that is a mistake.
  /// - KaTeX is lenient where LaTeX is strict, but for a `%` that hides the end of the formula: whoever writes
  ///   `58%` wants to see it.
  /// - KaTeX counts places in the text that it reads, which may be the body of a macro. A place is ours where
  ///   the excerpt in the message is found there, and −1 otherwise.
  static let mathematics = JavaScriptLibrary(
    name: "KaTeX", function: "gradusTypeset",
    glue: #"""
      window.gradusTypeset = function (tex, mode) {
        var refused = null;
        var options = {
          displayMode: mode === "display", output: "htmlAndMathml", throwOnError: true,
          maxExpand: 1000, maxSize: 100, macros: {},
          strict: function (code) { return code === "commentAtEnd" ? "error" : "ignore"; },
          trust: function (context) { refused = refused || context.command; return false; }
        };
        var html;
        try {
          html = katex.renderToString(tex, options);
        } catch (error) {
          if (!(error instanceof katex.ParseError)) throw error;
          return mistake(error, tex);
        }
        return refused ? "!-1\nUntrusted command: " + refused : "=" + html;
      };

      function mistake(error, tex) {
        var text = error.message.replace("KaTeX parse error: ", "");
        var place = error.position;
        if (place === undefined) return "!-1\n" + text;
        var marks = [" at end of input: ", " at position " + (place + 1) + ": "];
        for (var i = 0; i < marks.length; i++) {
          var end = text.indexOf(marks[i]);
          if (end < 0) continue;
          var isOurs = isExcerpt(text.slice(end + marks[i].length), tex, place);
          return "!" + (isOurs ? place : -1) + "\n" + text.slice(0, end);
        }
        return "!-1\n" + text;
      }

      function isExcerpt(excerpt, tex, place) {
        var underlining = /\u0332/g;
        var before = (place > 15 ? "\u2026" : "") + tex.slice(Math.max(0, place - 15), place);
        var found = excerpt.replace(/\u2026$/, "").replace(underlining, "");
        return place <= tex.length && (before + tex.slice(place)).replace(underlining, "").indexOf(found) === 0;
      }
      """#)
}
