extension Array {
  /// The same elements in no more memory than they need: arrays that grew keep room for as many again, and a large
  /// course is kept in memory as a whole.
  var fitted: [Element] {
    count == capacity ? self : withUnsafeBufferPointer { Array($0) }
  }
}
