/// The logistic function 1 / (1 + e⁻ˣ).
///
/// Below 0 it is taken as eˣ / (1 + eˣ): the exponential never overflows.
@inlinable
public func sigmoid<Scalar: RealScalar>(_ x: Scalar) -> Scalar {
  if x.primal >= 0 { return Scalar(1) / (Scalar(1) + Scalar.exp(-x)) }
  let weight = Scalar.exp(x)
  return weight / (Scalar(1) + weight)
}

/// The softplus function log(1 + eˣ), a smooth form of max(0, x).
@inlinable
public func softplus<Scalar: RealScalar>(_ x: Scalar) -> Scalar {
  x.primal > 0 ? x + Scalar.logOnePlus(Scalar.exp(-x)) : Scalar.logOnePlus(Scalar.exp(x))
}

/// log(1 − eˣ) for x below 0.
///
/// Near 0 the difference would cancel, so it is taken from expm1; far below, from log1p; the two meet at
/// −log 2 (Mächler 2012, "Accurately computing log(1 − exp(−|a|))").
@inlinable
public func logOneMinusExp<Scalar: RealScalar>(_ x: Scalar) -> Scalar {
  x.primal > -0.6931471805599453
    ? Scalar.log(-Scalar.expMinusOne(x)) : Scalar.logOnePlus(-Scalar.exp(x))
}
