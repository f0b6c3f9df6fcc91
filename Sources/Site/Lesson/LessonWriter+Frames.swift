import Engine

extension LessonWriter {
  /// Writes the steps of a figure: the buttons, which a script brings to life, and what every frame shows as a list.
  mutating func write(_ frames: FrameSequence) {
    let count = frames.captions.count
    html.open(
      "div",
      [
        "class": "frames", "role": "group", "aria-label": "Steps of this figure",
        "data-still": "\(frames.still)", "hidden": "",
      ])
    html.markup("\n<div class=\"frame-controls\">\n")
    writeButton("first", "First step", "M4 4v12M16 4l-8 6 8 6z")
    writeButton("back", "Step back", "M14 4l-8 6 8 6z")
    writeButton("play", "Play", "M6 4l10 6-10 6z")
    writeButton("next", "Step forward", "M6 4l8 6-8 6z")
    writeButton("last", "Last step", "M16 4v12M4 4l8 6-8 6z")
    html.open(
      "input",
      [
        "type": "range", "class": "frame-slider", "aria-label": "Step", "min": "1", "max": "\(count)",
        "value": "\(frames.still)", "step": "1",
      ])
    html.element("span", ["class": "frame-count"], "\(frames.still) / \(count)")
    html.markup("\n</div>\n")
    html.element("p", ["class": "frame-caption", "aria-live": "polite"], frames.captions[frames.still - 1])
    html.markup("\n</div>\n<details class=\"frame-list\">\n")
    html.element("summary", [:], count == 1 ? "The step in words" : "All \(count) steps in words")
    html.markup("\n<ol>\n")
    for caption in frames.captions {
      html.element("li", [:], caption)
      html.markup("\n")
    }
    html.markup("</ol>\n</details>\n")
  }

  private mutating func writeButton(_ action: String, _ label: String, _ path: StaticString) {
    html.open("button", ["type": "button", "data-step": action, "aria-label": label, "title": label])
    html.markup("<svg viewBox=\"0 0 20 20\" aria-hidden=\"true\">")
    html.open(
      "path",
      ["d": path.description, "fill": "currentColor", "stroke": "currentColor", "stroke-width": "1.5"])
    html.markup("</path></svg>")
    html.close("button")
    html.markup("\n")
  }
}
