/// A short name for a content: the 64-bit FNV-1a digest, which tells accidents apart and no attack.
enum ContentDigest {
  /// The digest in 16 hexadecimal digits.
  static func text(of content: String) -> String {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in content.utf8 {
      digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
