/// The text coding of Duktape: UTF-8 in which a character beyond U+FFFF is two surrogates of three bytes each.
///
/// Scripts then count such a character as two units, as every other JavaScript engine does.
enum DuktapeText {
  /// Encodes a text for a script.
  static func encode(_ text: String) -> [UInt8] {
    let utf8 = Array(text.utf8)
    guard utf8.contains(where: { $0 >= 0xF0 }) else { return utf8 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count * 3 / 2)
    for unit in text.utf16 { append(unit, to: &bytes) }
    return bytes
  }

  private static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
    switch unit {
    case ..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: unit))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
    default:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
    }
  }

  /// Decodes a text from a script; half a surrogate pair becomes U+FFFD.
  static func decode(_ bytes: some Collection<UInt8>) -> String {
    // Surrogates are the only use that this coding has for the lead byte 0xED followed by 0xA0 and more.
    guard bytes.contains(0xED) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: units(of: Array(bytes)), as: UTF16.self)
  }

  private static func units(of bytes: [UInt8]) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case ..<0x80: units.append(UInt16(byte))
      case ..<0xC0: units.append((units.popLast() ?? 0) << 6 | UInt16(byte & 0x3F))
      case ..<0xE0: units.append(UInt16(byte & 0x1F))
      default: units.append(UInt16(byte & 0x0F))
      }
    }
    return units
  }
}
