import Foundation
import Rasterizing
import Testing

/// librsvg draws what it is given, in pixels that can be counted.
@Suite struct RasterizerTests {
  private static let red = """
    <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="#f00"/></svg>
    """

  /// The width and height stand in the first chunk of a PNG (RFC 2083, 4.1.1).
  private func size(_ png: [UInt8]) -> [Int] {
    [16, 20].map { place in png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
  }

  @Test func aPictureHasTheSizeThatIsAskedFor() throws {
    let png = try #require(try Rasterizer().png(svg: Self.red, width: 30, height: 20))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(size(png) == [30, 20])
  }

  @Test func theSameDrawingGivesTheSameBytesOnManyThreads() async throws {
    let rasterizer = try Rasterizer()
    let words = Self.red.replacing(
      "<rect", with: "<text y=\"8\" font-size=\"8\">é ∂ 数</text><rect opacity=\".2\"")
    let expected = try #require(rasterizer.png(svg: words, width: 120, height: 63))
    let others = await withTaskGroup(of: [UInt8]?.self) { group in
      for _ in 0..<16 { group.addTask { rasterizer.png(svg: words, width: 120, height: 63) } }
      return await group.reduce(into: [[UInt8]?]()) { $0.append($1) }
    }
    #expect(others.count == 16)
    #expect(others.allSatisfy { $0 == expected })
  }

  @Test(arguments: [
    "", "<svg", "no picture", "<svg xmlns=\"http://www.w3.org/2000/svg\"><a></b></svg>", "\u{0}",
  ])
  func whatIsNoDrawingGivesNothing(_ text: String) throws {
    #expect(try Rasterizer().png(svg: text, width: 10, height: 10) == nil)
  }

  @Test(arguments: [(0, 5), (5, -1), (1_000_000, 5)])
  func anImpossibleSizeGivesNothing(_ width: Int, _ height: Int) throws {
    #expect(try Rasterizer().png(svg: Self.red, width: width, height: height) == nil)
  }
}
