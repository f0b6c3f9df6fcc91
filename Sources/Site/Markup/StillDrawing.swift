/// A drawing as it stands where nothing moves: without what only other frames show.
func stillDrawing(_ svg: String) -> String {
  guard Array(svg.utf8)[...].holds("data-frames") else { return svg }
  var result: [UInt8] = []
  var hidden = 0
  for piece in MarkupScanner(svg) {
    switch piece {
    case .text(let text): if hidden == 0 { result += text }
    case .tag(let bytes):
      guard hidden > 0 || bytes.holds("data-frames") else {
        result += bytes
        continue
      }
      guard var tag = MarkupTag(bytes) else { continue }
      if hidden > 0 {
        hidden += tag.isEmpty ? 0 : (tag.isEnd ? -1 : 1)
      } else if tag["display"] == "none" {
        hidden = tag.isEmpty ? 0 : 1
      } else {
        tag["data-frames"] = nil
        tag["data-still"] = nil
        result += tag.text.utf8
      }
    }
  }
  return result[...].text
}
