/// The address of one file of the site as another one links to it.
func relativeURL(from page: String, to path: String, fragment: String = "") -> String {
  var origin = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()[...]
  var target = path.split(separator: "/", omittingEmptySubsequences: false)[...]
  while target.count > 1, let folder = origin.first, folder == target.first {
    origin = origin.dropFirst()
    target = target.dropFirst()
  }
  let steps = Array(repeating: "..", count: origin.count) + target.map { percentEncoded(String($0)) }
  return steps.joined(separator: "/") + fragmentURL(fragment)
}

/// The address of a place on the page itself; empty where there is no fragment.
func fragmentURL(_ fragment: String) -> String {
  fragment.isEmpty ? "" : "#" + percentEncoded(fragment)
}

/// A part of an address, in which nothing but letters, digits and `-._~` stands as it is.
func percentEncoded(_ text: String) -> String {
  var result = ""
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
  return result
}
