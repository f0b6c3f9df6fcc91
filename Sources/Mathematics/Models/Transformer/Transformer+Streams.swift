extension Transformer {
  /// What every position holds before the first block and after each: layers + 1 tensors of samples × positions × width.
  ///
  /// The residual stream, to which each block adds (Elhage et al. 2021, "A Mathematical Framework for Transformer
  /// Circuits").
  /// - Throws: As the model itself.
  public func residualStreams(_ sequences: Tensor) throws -> [Tensor] {
    var streams = [try embedded(sequences)]
    for block in blocks { streams.append(try block(streams[streams.count - 1])) }
    return streams
  }
}
