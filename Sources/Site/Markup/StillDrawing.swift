/// A drawing as it stands where nothing moves: without what only other frames show.
func stillDrawing(_ svg: String) -> String {
  guard svg.utf8.count > 0, svg.contains("data-frames") else { return svg }
  var result = ""
  var hidden = 0
  for piece in MarkupScanner(svg) {
    switch piece {
    case .text(let text): if hidden == 0 { result += text }
    case .tag(let text):
      guard hidden > 0 || text.contains("data-frames") else {
        result += text
        continue
      }
      guard var tag = MarkupTag(text) else { continue }
      if hidden > 0 {
        hidden += tag.isEmpty ? 0 : (tag.isEnd ? -1 : 1)
      } else if tag["display"] == "none" {
        hidden = tag.isEmpty ? 0 : 1
      } else {
        tag["data-frames"] = nil
        tag["data-still"] = nil
        result += tag.text
      }
    }
  }
  return result
}
