/// Reads bits of a file, the lowest of each byte first, as LLVM's bitstreams have them.
struct BitReader {
  private let bytes: [UInt8]
  /// The next bit.
  private(set) var place: Int

  init(_ bytes: [UInt8], at place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  var isAtEnd: Bool { place >= bytes.count * 8 }

  /// A number of so many bits, at most 64.
  mutating func fixed(_ width: Int) throws(MalformedDiagnostics) -> UInt64 {
    guard width >= 0, width <= 64, place + width <= bytes.count * 8 else { throw MalformedDiagnostics() }
    var value: UInt64 = 0
    for bit in 0..<width {
      if bytes[(place + bit) / 8] >> UInt8((place + bit) % 8) & 1 == 1 { value |= 1 << UInt64(bit) }
    }
    place += width
    return value
  }

  /// A number in chunks of so many bits, of which the highest says whether more follow.
  mutating func variable(_ width: Int) throws(MalformedDiagnostics) -> UInt64 {
    guard width >= 2, width <= 32 else { throw MalformedDiagnostics() }
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let chunk = try fixed(width)
      let more = UInt64(1) << UInt64(width - 1)
      value |= (chunk & (more - 1)) << shift
      if chunk & more == 0 { return value }
      shift += UInt64(width - 1)
    }
    throw MalformedDiagnostics()
  }

  mutating func align() {
    place = (place + 31) / 32 * 32
  }

  /// So many whole bytes, which begin and end at a word.
  mutating func blob(count: UInt64) throws(MalformedDiagnostics) -> [UInt8] {
    align()
    guard count <= UInt64(bytes.count), place / 8 + Int(count) <= bytes.count else {
      throw MalformedDiagnostics()
    }
    let blob = Array(bytes[place / 8..<place / 8 + Int(count)])
    place += Int(count) * 8
    align()
    return blob
  }
}

/// A file that is no list of diagnostics.
struct MalformedDiagnostics: Error {}
