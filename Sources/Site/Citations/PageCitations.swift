/// What one page has cited so far: the works by the order in which they first come, and where to find each citation.
struct PageCitations {
  /// The works, by their indices among all that are cited; a work's place is its number.
  private(set) var order: [Int] = []
  /// The identifiers of the places that cite each work.
  private(set) var places: [Int: [String]] = [:]
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

  /// Notes that a work is cited at a place that has an identifier.
  mutating func note(_ work: Int, at identifier: String) {
    places[work, default: []].append(identifier)
  }
}
