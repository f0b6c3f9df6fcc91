import Plotting
import Testing

@Suite struct ImageSheetTests {
  private let pairs = ImageSheet(
    [.init([0, 0], name: "white"), .init([1, 0], name: "half"), .init([0.4, 0.4], name: "grey")],
    columns: 2, rows: 1)

  @Test func checksumsAndTextAreThoseOfTheirStandards() {
    // The check value of CRC-32/ISO-HDLC, and the last bytes of every PNG file.
    #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(crc32(Array("IEND".utf8)) == 0xAE42_6082)
    // 1 + the sum of the bytes is 920 = 0x398; the sums of these sums are 4582 = 0x11E6.
    #expect(adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
    // RFC 4648, section 10.
    let vectors = [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ]
    for (plain, text) in vectors { #expect(base64(Array(plain.utf8)) == text) }
  }

  @Test func aPictureIsStoredRowByRow() {
    let bytes = GreyPNG(width: 2, height: 2, pixels: [0, 255, 7, 9]).bytes
    // PNG, section 5.2 and 11.2.2: the signature, then a header of 13 bytes.
    #expect(Array(bytes[0..<8]) == [137, 80, 78, 71, 13, 10, 26, 10])
    #expect(
      Array(bytes[8..<29]) == [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0])
    // Each row behind the number of its filter, stored as one last block of 6 bytes.
    #expect(Array(bytes[41..<54]) == [0x78, 1, 1, 6, 0, 249, 255, 0, 0, 255, 0, 7, 9])
    #expect(bytes.suffix(12) == [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82])
  }

  @Test func longPicturesTakeSeveralBlocks() {
    // 300 rows of 301 bytes are 90,300 = 65,535 + 24,765.
    let bytes = GreyPNG(width: 300, height: 300, pixels: Array(repeating: 1, count: 90_000)).bytes
    #expect(Array(bytes[43..<48]) == [0, 255, 255, 0, 0])
    let second = 43 + 5 + 65_535
    #expect(Array(bytes[second..<second + 3]) == [1, UInt8(24_765 & 255), UInt8(24_765 >> 8)])
  }

  @Test func inkIsInkOnDarkPagesToo() throws {
    let svg = try pairs.svg(identifier: "g")
    #expect(svg.matches(of: /<mask id="g-print-\d"/).count == 3)
    #expect(svg.matches(of: /fill="var\(--ink,#1f2328\)" mask="url\(#g-print-\d\)"/).count == 3)
    // Nothing is painted in a colour that only light pages have.
    #expect(!svg.contains("#ffffff\"") && !svg.contains("#000"))
    #expect(svg.contains(">half</text>"))
  }

  @Test func wordsTellNamesAndInk() {
    #expect(pairs.summary == "3 images of 2 × 1 pixels")
    #expect(
      pairs.description
        == """
        3 images of 2 × 1 pixels, ink on paper. white: ink covers 0%. half: ink covers 50%. grey: ink covers 40%.
        """)
    let nameless = ImageSheet([.init([0, 0]), .init([1, 0])], columns: 2, rows: 1)
    #expect(
      nameless.description == "2 images of 2 × 1 pixels, ink on paper. Ink covers from 0% to 50% of each.")
    let twins = ImageSheet(
      [.init([0], name: "a"), .init([1], name: "a"), .init([1], name: "b")], columns: 1, rows: 1)
    #expect(twins.description.contains("a, 2 images: ink covers 50% on average. b: ink covers 100%."))
  }

  @Test func dataAreGreyLevels() {
    let rows = pairs.data.csv.split(whereSeparator: \.isNewline)
    #expect(rows == ["image,row 1 column 1,row 1 column 2", "white,0,0", "half,255,0", "grey,102,102"])
  }

  @Test func strangeNumbersAreDrawnAsPaperOrInk() throws {
    let sheet = ImageSheet([.init([-3, 7, .nan, .infinity])], columns: 2, rows: 2)
    #expect(sheet.data.csv.contains("1,0,255,0,0"))
    #expect(try sheet.svg(identifier: "g").contains("<mask"))
  }

  @Test func sheetsThatCannotBeDrawn() {
    func expectError(_ sheet: ImageSheet, _ words: String, sourceLocation: SourceLocation = #_sourceLocation)
    {
      let error = #expect(throws: ChartError.self, sourceLocation: sourceLocation) {
        try sheet.svg(identifier: "g")
      }
      #expect(
        error?.description.contains(words) == true, "\(error?.description ?? "")",
        sourceLocation: sourceLocation)
    }
    expectError(ImageSheet([], columns: 1, rows: 1), "no pixels")
    expectError(ImageSheet([.init([])], columns: 0, rows: 5), "no pixels")
    expectError(ImageSheet([.init([1])], columns: 1, rows: 1, imagesInRow: 0), "no pixels")
    expectError(ImageSheet([.init([1, 2, 3])], columns: 2, rows: 1), "3 pixels where 2 × 1 are needed")
    expectError(ImageSheet([.init([1])], columns: 1, rows: 1, width: .nan), "cannot be drawn")
    let many = Array(repeating: ImageSheet.Image([1]), count: 501)
    expectError(ImageSheet(many, columns: 1, rows: 1), "501 images; at most 500")
    let large = ImageSheet.Image(Array(repeating: 0, count: 400 * 400))
    expectError(ImageSheet([large], columns: 400, rows: 400), "160,000 pixels; at most 150,000")
  }

  @Test func everySheetKeepsWithinItsWidth() throws {
    var sheets = 0
    for (columns, rows) in [(1, 1), (2, 1), (28, 28), (1, 200), (200, 1)] {
      for count in [1, 3, 40] {
        for width in [320.0, 640] {
          let image = ImageSheet.Image(
            Array(repeating: 1, count: columns * rows), name: "a name of some length")
          let sheet = ImageSheet(
            Array(repeating: image, count: count), columns: columns, rows: rows, width: width)
          let scene = try sheet.scene()
          #expect(scene.width <= width + 1e-9 && scene.height > 0, "\(columns) × \(rows), \(count)")
          sheets += 1
        }
      }
    }
    #expect(sheets == 30)
  }
}
