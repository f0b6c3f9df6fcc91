/// A number that should point to an entry, and does not.
public struct IndexError: Error, Hashable, CustomStringConvertible {
  /// What the number should have been, such as `label` or `token`.
  public let name: String
  /// The number that was found.
  public let value: Double
  /// Where among the indices it stands, from 0.
  public let position: Int
  /// How many entries there are.
  public let count: Int
  /// What holds the entries, such as `the table of 4×2`.
  public let table: String

  /// Names the index, its place and what it should point into.
  public var description: String {
    let range = count == 0 ? "which is empty" : "whose entries are 0 to \(count - 1)"
    return "\(name) \(value) at position \(position) is not an entry of \(table), \(range)"
  }
}

/// A list of whole numbers that point to entries of a table.
struct IndexList: Sendable {
  let count: Int
  let name: String
  let table: String
  let tableCount: Int

  /// Fails at the first number that is not whole or points to nothing.
  func check(_ indices: UnsafePointer<Double>) throws {
    let end = Double(tableCount)
    for position in 0..<count {
      let index = indices[position]
      // Written so that NaN fails.
      guard index >= 0 && index < end && index == index.rounded(.towardZero) else {
        throw IndexError(name: name, value: index, position: position, count: tableCount, table: table)
      }
    }
  }
}
