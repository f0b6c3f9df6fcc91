/// Transforms elements side by side and gives the results in the order of the elements.
///
/// - Parameters:
///   - elements: what is transformed.
///   - workers: how many are transformed at once.
///   - transform: what is done to each; it must not wait for other elements.
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], workers: Int, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  guard workers > 1, elements.count > 1 else { return elements.map(transform) }
  let chunk = max(1, min(64, elements.count / (workers * 4)))
  let starts = Array(stride(from: 0, to: elements.count, by: chunk))
  let chunks = await withTaskGroup(of: (Int, [Result]).self, returning: [[Result]].self) { group in
    var pending = starts.makeIterator()
    func add(_ start: Int) {
      let slice = elements[start..<min(start + chunk, elements.count)]
      group.addTask { (start / chunk, slice.map(transform)) }
    }
    for _ in 0..<workers { if let start = pending.next() { add(start) } }
    var results = [[Result]](repeating: [], count: starts.count)
    while let (index, part) = await group.next() {
      results[index] = part
      if let start = pending.next() { add(start) }
    }
    return results
  }
  return chunks.flatMap(\.self)
}
