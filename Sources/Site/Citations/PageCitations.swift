/// What one page has cited so far: the works in the order in which they first come, and where.
struct PageCitations {
  /// The works, by their indices among all that are cited; a work's place is its number.
  private(set) var order: [Int] = []
  private var places: [Int: [String]] = [:]
  /// For each work, the first claim whose note cites it.
  private var notes: [Int: String] = [:]
  private var numbers: [Int: Int] = [:]
  private var count = 0

  /// The number of a work, from 1; the next one where it was not cited before.
  mutating func number(of work: Int) -> Int {
    if let number = numbers[work] { return number }
    order.append(work)
    numbers[work] = order.count
    return order.count
  }

  /// A new identifier for a place that cites a work.
  mutating func identifier(for work: Int) -> String {
    count += 1
    let identifier = "citation-\(count)"
    places[work, default: []].append(identifier)
    return identifier
  }

  /// Keeps in mind that the note of a claim cites a work.
  mutating func note(_ work: Int, at claim: String) {
    if notes[work] == nil { notes[work] = claim }
  }

  /// Where readers go back to from a work: to the text, or to a claim where the text never cites it.
  ///
  /// Dozens of claims may rest on one table; links back to all of them would help nobody.
  func backLinks(of work: Int) -> [String] {
    places[work] ?? notes[work].map { [$0] } ?? []
  }
}
