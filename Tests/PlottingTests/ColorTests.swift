import Glibc
import Plotting
import Testing

@Suite struct ColorTests {
  private static var forms: [(name: String, form: KeyPath<Pigment, RGB>)] {
    [("light", \.light), ("dark", \.dark)]
  }

  @Test func wordsReachAContrastOfFourAndAHalf() {
    let series = Palette.series.indices.map { Ink.seriesText($0) }
    let levels = (0..<64).map { Ink.level($0) }
    for ink in [Ink.ink, .muted] + series + levels {
      for (name, form) in Self.forms {
        let contrast = ink.pigment[keyPath: form].contrast(with: Palette.paper[keyPath: form])
        #expect(contrast >= 4.5, "\(ink) in \(name) mode: \(contrast)")
      }
    }
  }

  @Test func marksReachAContrastOfThree() {
    for pigment in Palette.series + [Palette.axis, Palette.background] {
      for (name, form) in Self.forms {
        let contrast = pigment[keyPath: form].contrast(with: Palette.paper[keyPath: form])
        #expect(contrast >= 3, "\(pigment[keyPath: form].hexadecimal) in \(name) mode: \(contrast)")
      }
    }
  }

  @Test func blackOnWhiteHasTheGreatestContrast() {
    // WCAG 2.2, definition of contrast ratio: (1 + 0.05) / (0 + 0.05).
    #expect((RGB(0x000000).contrast(with: RGB(0xFFFFFF)) - 21).magnitude < 1e-12)
  }

  @Test func seriesDifferUnderEveryKindOfColourBlindness() {
    var compared = 0
    for (name, form) in Self.forms {
      for (kind, matrix) in Vision.kinds {
        let colors = Palette.series.map { Vision.lab($0[keyPath: form], seenThrough: matrix) }
        for (index, color) in colors.enumerated() {
          for other in colors.indices.dropFirst(index + 1) {
            let squares = zip(color, colors[other]).map { ($0 - $1) * ($0 - $1) }
            let distance = squares.reduce(0, +).squareRoot()
            // 0.02 is about the least difference that is seen side by side in OKLab.
            #expect(distance > 0.05, "colours \(index + 1) and \(other + 1), \(kind), \(name): \(distance)")
            compared += 1
          }
        }
      }
    }
    #expect(compared == 2 * 4 * 28)
  }
}

/// How colours look to people who lack one kind of cone.
private enum Vision {
  // Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
  static let kinds: [(String, [[Double]])] = [
    ("full vision", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanopia",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  static func lab(_ color: RGB, seenThrough matrix: [[Double]]) -> [Double] {
    let digits = color.hexadecimal.dropFirst()
    let value = Int(digits, radix: 16) ?? 0
    let parts = [16, 8, 0].map { Double((value >> $0) & 255) / 255 }
    let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return oklab(product(matrix, linear).map { min(max($0, 0), 1) })
  }

  // Ottosson 2020, “A perceptual color space for image processing”.
  private static func oklab(_ linear: [Double]) -> [Double] {
    let cones = product(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ], linear)
    return product(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ], cones.map(cbrt))
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
