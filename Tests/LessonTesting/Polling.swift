/// Looks again and again until there is something to see; nil where there never is.
///
/// Patience is a number of looks, not a time: where many tests share few cores, one may sleep for minutes between two
/// looks while what it waits for has long been there.
public func poll<Found>(
  every pause: Duration = .milliseconds(10), times: Int = 6_000, _ look: () async throws -> Found?
) async throws -> Found? {
  for _ in 0..<times {
    if let found = try await look() { return found }
    try await Task.sleep(for: pause)
  }
  return nil
}
