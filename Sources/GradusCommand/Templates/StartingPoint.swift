/// The files of a new course or lesson, which build and pass as they are.
struct StartingPoint {
  /// The lesson's title.
  let title: String
  /// What is after the kind in the lesson's labels, which no other lesson of the course may have.
  let label: String
  /// Whether the lesson is in a course that does not name it yet.
  var isDraft = false

  /// A course with one part and one lesson.
  static func courseFile(title: String) -> String {
    """
    title: \(quoted(title))
    parts:
      - title: First steps
        lessons: [first-steps.md]

    """
  }

  /// A lesson with a definition, an experiment, claims and a condition.
  var text: String {
    """
    ---
    title: \(Self.quoted(title))
    description: What this lesson is about, in a sentence.
    \(isDraft ? "draft: true\n---" : "---")

    Three scores go in; softmax turns them into probabilities:

    $$ p_k = \\frac{e^{h_k}}{\\sum_j e^{h_j}} $$ {#eq-\(label)}

    ```{softmax} close
    scores: {Madrid: 1, Paris: 2, Berlin: 1}
    fig-cap: The scores 1, 2 and 1 after softmax.
    ```

    By @eq-\(label), Paris gets [58%](=close.p.Paris), as @fig-close shows. Madrid and Berlin share the rest evenly:
    [](=close.p.Madrid "0.0%") each.

    ```{let}
    rest: =1 - close.p.Paris
    ```

    What is left for the two of them is [about 42%](=rest). That it all adds up is checked, too:

    ```{check}
    - sum(close.p) == 1
    - close.p.Madrid == close.p.Berlin
    ```

    Change a number above and run `gradus check`: a claim that no longer holds is an error at its line and column.

    """
  }

  /// A title as YAML in double quotes, which no character in it can end.
  static func quoted(_ title: String) -> String {
    var quoted = ""
    for scalar in title.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "\"\(quoted)\""
  }
}
