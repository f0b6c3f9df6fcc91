import Mathematics

/// A problem of NIST's Statistical Reference Datasets for nonlinear regression, with its certified values.
///
/// The data are in the public domain: National Institute of Standards and Technology, www.itl.nist.gov/div898/strd.
struct CertifiedProblem: CustomStringConvertible, Sendable {
  let description: String
  let x: [Double]
  let y: [Double]
  let starts: [[Double]]
  let coefficients: [Double]
  let standardErrors: [Double]
  let residualSumOfSquares: Double
  let residualStandardDeviation: Double
  let model: @Sendable ([Dual<Double>], Double) -> Dual<Double>

  func problem(bounds: [ClosedRange<Double>]? = nil, loss: FitLoss = .squares) -> FitProblem {
    dualProblem(x, y, coefficients: coefficients.count, bounds: bounds, loss: loss, model)
  }
}

/// A problem whose derivatives come from dual numbers.
func dualProblem(
  _ x: [Double], _ y: [Double], coefficients count: Int, bounds: [ClosedRange<Double>]? = nil,
  loss: FitLoss = .squares, _ model: @escaping ([Dual<Double>], Double) -> Dual<Double>
) -> FitProblem {
  FitProblem(points: x.count, coefficients: count, bounds: bounds, loss: loss) { b, residuals, derivatives in
    var point = (0..<count).map { Dual<Double>(b[$0]) }
    for row in x.indices {
      residuals[row] = model(point, x[row]).value - y[row]
      guard let derivatives else { continue }
      for column in 0..<count {
        point[column].tangent = 1
        derivatives[column * x.count + row] = model(point, x[row]).tangent
        point[column].tangent = 0
      }
    }
  }
}

extension CertifiedProblem {
  static let all = [misra1a, boxBOD, mgh09, thurber]

  static let misra1a = CertifiedProblem(
    description: "Misra1a",
    x: [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760],
    y: [
      10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
    ],
    starts: [[500, 0.0001], [250, 0.0005]],
    coefficients: [2.3894212918e2, 5.5015643181e-4], standardErrors: [2.7070075241, 7.2668688436e-6],
    residualSumOfSquares: 1.2455138894e-1, residualStandardDeviation: 1.0187876330e-1
  ) { b, x in -b[0] * Dual.expMinusOne(-b[1] * Dual(x)) }

  static let boxBOD = CertifiedProblem(
    description: "BoxBOD", x: [1, 2, 3, 5, 7, 10], y: [109, 149, 149, 191, 213, 224],
    starts: [[1, 1], [100, 0.75]],
    coefficients: [2.1380940889e2, 5.4723748542e-1], standardErrors: [1.2354515176e1, 1.0455993237e-1],
    residualSumOfSquares: 1.1680088766e3, residualStandardDeviation: 1.7088072423e1
  ) { b, x in -b[0] * Dual.expMinusOne(-b[1] * Dual(x)) }

  static let mgh09 = CertifiedProblem(
    description: "MGH09", x: [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625],
    y: [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246],
    starts: [[25, 39, 41.5, 39], [0.25, 0.39, 0.415, 0.39]],
    coefficients: [1.9280693458e-1, 1.9128232873e-1, 1.2305650693e-1, 1.3606233068e-1],
    standardErrors: [1.1435312227e-2, 1.9633220911e-1, 8.0842031232e-2, 9.0025542308e-2],
    residualSumOfSquares: 3.0750560385e-4, residualStandardDeviation: 6.6279236551e-3
  ) { b, x in
    let x = Dual<Double>(x)
    return b[0] * (x * x + b[1] * x) / (x * x + b[2] * x + b[3])
  }

  static let thurber = CertifiedProblem(
    description: "Thurber",
    x: [
      -3.067, -2.981, -2.921, -2.912, -2.840, -2.797, -2.702, -2.699, -2.633, -2.481, -2.363, -2.322,
      -1.501, -1.460, -1.274, -1.212, -1.100, -1.046, -0.915, -0.714, -0.566, -0.545, -0.400, -0.309,
      -0.109, -0.103, 0.010, 0.119, 0.377, 0.790, 0.963, 1.006, 1.115, 1.572, 1.841, 2.047, 2.200,
    ],
    y: [
      80.574, 84.248, 87.264, 87.195, 89.076, 89.608, 89.868, 90.101, 92.405, 95.854, 100.696, 101.060,
      401.672, 390.724, 567.534, 635.316, 733.054, 759.087, 894.206, 990.785, 1090.109, 1080.914,
      1122.643, 1178.351, 1260.531, 1273.514, 1288.339, 1327.543, 1353.863, 1414.509, 1425.208, 1421.384,
      1442.962, 1464.350, 1468.705, 1447.894, 1457.628,
    ],
    starts: [[1000, 1000, 400, 40, 0.7, 0.3, 0.03], [1300, 1500, 500, 75, 1, 0.4, 0.05]],
    coefficients: [
      1.2881396800e3, 1.4910792535e3, 5.8323836877e2, 7.5416644291e1, 9.6629502864e-1, 3.9797285797e-1,
      4.9727297349e-2,
    ],
    standardErrors: [
      4.6647963344, 3.9571156086e1, 2.8698696102e1, 5.5675370270, 3.1333340687e-2, 1.4984928198e-2,
      6.5842344623e-3,
    ],
    residualSumOfSquares: 5.6427082397e3, residualStandardDeviation: 1.3714600784e1
  ) { b, x in
    let (x, square, cube) = (Dual<Double>(x), Dual<Double>(x * x), Dual<Double>(x * x * x))
    return (b[0] + b[1] * x + b[2] * square + b[3] * cube)
      / (Dual(1) + b[4] * x + b[5] * square + b[6] * cube)
  }
}
