/// The bend between two layers, applied to every entry.
public enum Activation: String, Hashable, Sendable, CaseIterable {
  /// x itself.
  case identity
  /// max(x, 0).
  case relu
  /// x Φ(x) (Hendrycks and Gimpel 2016).
  case gelu
  /// The hyperbolic tangent.
  case tanh
  /// The logistic function 1 / (1 + e⁻ˣ).
  case sigmoid

  /// Applies the activation.
  public func callAsFunction(_ x: Tensor) throws -> Tensor {
    switch self {
    case .identity: x
    case .relu: try x.relu()
    case .gelu: try x.gelu()
    case .tanh: try x.tanh()
    case .sigmoid: try x.sigmoid()
    }
  }
}
