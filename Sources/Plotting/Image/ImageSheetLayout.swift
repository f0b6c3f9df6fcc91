/// Turns images into one scene: a print of all of them, their edges, and their names.
struct ImageSheetLayout {
  private let sheet: ImageSheet
  private let imagesInRow: Int
  /// The side of a pixel in CSS pixels.
  private let pixel: Double

  private static let gap = 8.0
  private static let nameHeight = 17.0
  /// Larger pixels show no more.
  private static let largestPixel = 40.0
  /// Of smaller pixels no screen shows any.
  private static let smallestPixel = 0.25
  private static let highestImage = 160.0
  /// Fewer CSS pixels in a row of an image could not be recognised.
  private static let narrowestImage = 44.0

  init(_ sheet: ImageSheet) {
    self.sheet = sheet
    let narrowest = max(Self.narrowestImage, Double(sheet.columns) * Self.smallestPixel)
    let most = Int((sheet.width - 2 + Self.gap) / (narrowest + Self.gap))
    imagesInRow = sheet.imagesInRow ?? min(sheet.images.count, max(most, 1))
    let room = sheet.width - 2 - Self.gap * Double(imagesInRow - 1)
    let widest = room / Double(imagesInRow) / Double(sheet.columns)
    pixel = max(min(widest, Self.largestPixel, Self.highestImage / Double(sheet.rows)), Self.smallestPixel)
  }

  private var size: (width: Double, height: Double) {
    (Double(sheet.columns) * pixel, Double(sheet.rows) * pixel)
  }

  private var hasNames: Bool { sheet.images.contains { !$0.name.isEmpty } }
  private var rowCount: Int { (sheet.images.count + imagesInRow - 1) / imagesInRow }
  private var rowHeight: Double { size.height + (hasNames ? Self.nameHeight : 0) + Self.gap }

  func scene() -> Scene {
    let inRow = Double(min(imagesInRow, sheet.images.count))
    let width = inRow * size.width + (inRow - 1) * Self.gap + 2
    var scene = Scene(width: width, height: Double(rowCount) * rowHeight - Self.gap + 2)
    var edges = PathData()
    for (place, image) in sheet.images.enumerated() {
      let box = box(place)
      edges.rectangle(box.grown(by: 0.5))
      scene.prints.append(
        Print(
          box: box,
          picture: GreyPNG(
            width: sheet.columns, height: sheet.rows, pixels: ImageSheet.levels(image.pixels))))
      if !image.name.isEmpty { scene.texts.append(name(image.name, below: box)) }
    }
    scene.shapes = [.stroked(edges, .grid)]
    return scene
  }

  private func box(_ place: Int) -> Rectangle {
    let (row, column) = place.quotientAndRemainder(dividingBy: imagesInRow)
    return Rectangle(
      x: 1 + Double(column) * (size.width + Self.gap), y: 1 + Double(row) * rowHeight, width: size.width,
      height: size.height)
  }

  /// The name in the middle below an image, cut where it would reach its neighbours'.
  private func name(_ name: String, below box: Rectangle) -> PlacedText {
    let room = box.width + Self.gap - 2
    let text = PlacedText(name, .note, at: Point(box.midX, box.maxY + 14), anchor: .middle)
    guard text.width > room else { return text }
    var short = text
    var letters = name
    while !letters.isEmpty && short.width > room {
      letters.removeLast()
      short.string = letters + "…"
    }
    return short
  }
}
