/// Small grey images of one size side by side: ink on paper, whichever is the lighter of the two.
///
/// A pixel of 0 is paper and one of 1 is ink. On a dark page paper is dark and ink is light: what an image shows stays
/// the same.
public struct ImageSheet: Sendable, Hashable {
  /// One image.
  public struct Image: Sendable, Hashable {
    /// The pixels, row by row from the top; what lies beyond 0 and 1 is drawn as these.
    public var pixels: [Double]
    /// The words below it; empty for none.
    public var name: String

    /// Makes an image.
    public init(_ pixels: [Double], name: String = "") {
      self.pixels = pixels
      self.name = PlainText.clean(name)
    }
  }

  /// The images, from the top left on.
  public var images: [Image]
  /// The pixels in a row of an image.
  public let columns: Int
  /// The rows of an image.
  public let rows: Int
  /// How many images stand in a row; nil for as many as fit.
  public var imagesInRow: Int?
  /// The width of the picture in CSS pixels.
  public var width: Double

  /// More pixels would take more of a page than all its words.
  public static let mostPixels = 150_000
  /// No picture has more images.
  public static let mostImages = 500

  /// Makes a sheet of images of one size.
  public init(_ images: [Image], columns: Int, rows: Int, imagesInRow: Int? = nil, width: Double = 640) {
    self.images = images
    self.columns = columns
    self.rows = rows
    self.imagesInRow = imagesInRow
    self.width = width
  }

  /// The images as one inline SVG, right on light and dark pages.
  public func svg(identifier: String) throws(ChartError) -> String {
    guard Chart.isUsable(identifier) else { throw .unusableIdentifier(PlainText.clean(identifier)) }
    var writer = SVGWriter(try scene(), identifier: identifier)
    return writer.write(title: summary, description: description)
  }

  /// The places of everything in the picture.
  package func scene() throws(ChartError) -> Scene {
    try validate()
    return ImageSheetLayout(self).scene()
  }

  private func validate() throws(ChartError) {
    guard columns > 0, rows > 0, imagesInRow ?? 1 > 0, !images.isEmpty else {
      throw .mismatchedLengths(series: "the sheet", lengths: "no pixels to show")
    }
    try limit("images", images.count, Self.mostImages)
    try limit("pixels", images.reduce(0) { $0 + $1.pixels.count }, Self.mostPixels)
    if let place = images.firstIndex(where: { $0.pixels.count != columns * rows }) {
      let count = images[place].pixels.count
      throw .mismatchedLengths(
        series: "image \(place + 1)", lengths: "\(count) pixels where \(columns) × \(rows) are needed")
    }
    guard width.isFinite, (Double(Limits.shortestSide)...Double(Limits.longestSide)).contains(width) else {
      throw .unusableSize(width: width, height: width)
    }
  }
}
