/// A script: a library from outside, and a function of ours that calls it.
struct JavaScriptLibrary: Sendable {
  /// The library's name, as people know it.
  let name: String
  /// The name of our function, which takes two texts and returns one.
  let function: String
  /// The script that defines it.
  let glue: String
  /// What distinguishes the results of this script from those of another one of ours.
  let identity: String

  init(name: String, function: String, glue: String) {
    self.name = name
    self.function = function
    self.glue = glue
    self.identity = ContentDigest.text(of: Self.prelude + glue)
  }

  /// What the libraries expect of a browser, and what this version of Duktape lacks of the language.
  ///
  /// - KaTeX fills the columns of its matrices with `Array.prototype.fill`.
  /// - The meter sees work that allocates. KaTeX joins equal letters with a `splice` each, which moves all that
  ///   follows, and reads an argument token by token at each level of nesting before it calls `reverse`: both
  ///   quadratic. Buffers, thrown away at once, show the meter what such work costs for each element.
  private static let prelude = """
    var window = this, self = this;
    var console = { log: function () {}, warn: function () {}, error: function () {} };
    if (!Array.prototype.fill) {
      Object.defineProperty(Array.prototype, "fill", { value: function (filling) {
        for (var i = 0; i < this.length; i++) this[i] = filling;
        return this;
      } });
    }
    [["splice", 128], ["reverse", 1024]].forEach(function (entry) {
      var method = Array.prototype[entry[0]];
      Object.defineProperty(Array.prototype, entry[0], { value: function () {
        new ArrayBuffer(entry[1] * this.length);
        return method.apply(this, arguments);
      } });
    });

    """

  /// The whole script, around the text of the library.
  func script(around library: String) -> String {
    Self.prelude + library + "\n;\n" + glue
  }
}
