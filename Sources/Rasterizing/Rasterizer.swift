/// Turns SVG into PNG with librsvg.
///
/// The library and all that it needs is loaded when a rasterizer is made, not when the program starts: most runs make no
/// pictures, and would wait for it.
public struct Rasterizer: Sendable {
  private let library: Library

  /// Loads the library.
  ///
  /// - Throws: `RasterizerError` where it is not installed.
  public init() throws(RasterizerError) {
    library = try Library.shared.get()
  }

  /// A picture, stretched to a size in pixels and without transparency; nil where it is no SVG that can be drawn.
  public func png(svg: String, width: Int, height: Int) -> [UInt8]? {
    guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height) else { return nil }
    let canvas = library.makeSurface(Library.opaque, Int32(width), Int32(height))
    defer { library.releaseSurface(canvas) }
    guard let canvas, library.surfaceStatus(canvas) == 0, draw(svg, on: canvas, width, height) else {
      return nil
    }
    return bytes(of: canvas)
  }

  private static let longestSide = 8_000

  private func draw(_ svg: String, on canvas: OpaquePointer, _ width: Int, _ height: Int) -> Bool {
    var text = svg
    let read = text.withUTF8 { library.readDrawing($0.baseAddress, $0.count, nil) }
    guard let drawing = read else { return false }
    defer { library.releaseObject(drawing) }
    let context = library.makeContext(canvas)
    defer { library.releaseContext(context) }
    // x, y, width and height.
    let place = [0, 0, Double(width), Double(height)]
    return place.withUnsafeBufferPointer { library.draw(drawing, context, $0.baseAddress, nil) } != 0
  }

  private func bytes(of canvas: OpaquePointer) -> [UInt8]? {
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { target in
      library.writePNG(
        canvas,
        { closure, data, count in
          guard let closure, let data else { return 0 }
          closure.assumingMemoryBound(to: [UInt8].self).pointee.append(
            contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
          return 0
        }, target)
    }
    return status == 0 ? bytes : nil
  }
}

/// Why no picture can be made.
public struct RasterizerError: Error, Hashable, CustomStringConvertible {
  /// What is missing, in one line.
  public let description: String
}
