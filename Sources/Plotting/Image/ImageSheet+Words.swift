extension ImageSheet {
  /// What the picture is, in a few words.
  public var summary: String {
    "\(Words.count(images.count, "image")) of \(columns) × \(rows) pixels"
  }

  /// What the images are called and how much ink is in them, for readers who do not see it.
  public var description: String {
    var telling = Telling(noun: "image")
    telling.sentences = [.init("\(summary), ink on paper.", .subject)]
    if Set(images.map(\.name)).count == 1 {
      let shares = images.map(Self.ink)
      let (least, most) = (Self.percent(shares.min() ?? 0), Self.percent(shares.max() ?? 0))
      let range = least == most ? least : "from \(least) to \(most)"
      telling.sentences.append(.init("Ink covers \(range) of each.", .first))
      return telling.text()
    }
    for group in groups {
      let ink = "ink covers \(Self.percent(group.ink))\(group.count > 1 ? " on average" : "")"
      let count = group.count > 1 ? ", \(Words.count(group.count, "image"))" : ""
      let brief = "\(group.name)\(count)."
      telling.sentences.append(.init("\(group.name)\(count): \(ink).", brief: brief, .further))
    }
    return telling.text()
  }

  /// The numbers behind the picture: a row for each image, its pixels as grey levels from 0 for paper to 255 for ink.
  public var data: DataSheet {
    let numbers = (0..<rows).flatMap { row in (0..<columns).map { "row \(row + 1) column \($0 + 1)" } }
    var sheet = DataSheet(headings: ["image"] + numbers)
    for (place, image) in images.enumerated() {
      let name = image.name.isEmpty ? "\(place + 1)" : image.name
      sheet.add([.texts([name])] + Self.levels(image.pixels).map { .numbers([Double($0)]) })
    }
    return sheet
  }

  /// The pixels in 256 levels: 0 is paper and 255 is ink.
  static func levels(_ pixels: [Double]) -> [UInt8] {
    pixels.map { pixel in pixel.isFinite ? UInt8((min(max(pixel, 0), 1) * 255).rounded()) : 0 }
  }

  /// How much of an image is ink, from 0 to 1.
  private static func ink(_ image: Image) -> Double {
    levels(image.pixels).reduce(0) { $0 + Double($1) } / 255 / Double(max(image.pixels.count, 1))
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  /// Images of one name, in the order in which the names appear.
  private var groups: [(name: String, count: Int, ink: Double)] {
    var groups: [(name: String, count: Int, ink: Double)] = []
    var places: [String: Int] = [:]
    for image in images {
      let place = places[image.name] ?? groups.count
      if place == groups.count {
        places[image.name] = place
        groups.append((image.name.isEmpty ? "without a name" : image.name, 0, 0))
      }
      groups[place].count += 1
      groups[place].ink += Self.ink(image)
    }
    return groups.map { ($0.name, $0.count, $0.ink / Double($0.count)) }
  }
}
