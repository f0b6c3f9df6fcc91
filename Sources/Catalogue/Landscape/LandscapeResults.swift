import Expressions

/// What a `{landscape}` gives.
struct LandscapeResults {
  let ranges: LandscapeRanges
  let grid: LandscapeGrid
  let minimum: LandscapeMinimum?
  let walk: LandscapeWalk?
  let slopes: LandscapeSlopes?

  var record: Record {
    var record = Record()
    if let minimum {
      record["minimum"] = .record(ranges.record(minimum.point.map { .number($0) }))
      record["minimum_value"] = .number(minimum.value)
      record["on_edge"] = .boolean(minimum.isOnEdge)
      record["minimum_verdict"] = .text(minimum.verdict)
    }
    if let walk {
      record["path"] = .record(ranges.record(walk.columns.map { .vector($0) }))
      record["path_values"] = .vector(walk.values)
    }
    if let slopes {
      record["slopes"] = .record(ranges.record(slopes.columns.map { .vector($0) }))
      let (runs, rises) = (slopes.places.compactMap(\.run), slopes.places.compactMap(\.rise))
      if !runs.isEmpty { (record["runs"], record["rises"]) = (.vector(runs), .vector(rises)) }
    }
    record["undefined"] = .number(Double(grid.undefinedCount))
    return record
  }
}
