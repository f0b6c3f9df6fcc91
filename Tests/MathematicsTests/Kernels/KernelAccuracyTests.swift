import CKernels
import Testing

/// A function, its kernel, the error it may have in units of the last place, and correctly rounded values of it.
///
/// The values: mpmath at 1300 bits, rounded to double precision once.
private struct AccuracyCase: CustomStringConvertible, Sendable {
  let description: String
  let units: Double
  let kernel: @Sendable (KernelTable, UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void
  let values: [(x: Double, expected: Double)]
}

private let accuracyCases: [AccuracyCase] = [
  AccuracyCase(
    description: "exponential", units: 1, kernel: { $0.exponential($1, $2, $3) },
    values: [
      (1.0, 2.718281828459045), (-1.0, 0.36787944117144233), (0.5, 1.6487212707001282),
      (700.5, 1.6721859620674984e+304), (-700.25, 7.678723813110872e-305), (-744.9, 0x1p-1074),
      (1e-10, 1.0000000001), (-1e-300, 1.0), (0.34657359, 1.4142135619771539), (3.3, 27.112638920657883),
    ]),
  AccuracyCase(
    description: "logarithm", units: 1, kernel: { $0.logarithm($1, $2, $3) },
    values: [
      (2.0, 0.6931471805599453), (10.0, 2.302585092994046), (0.5, -0.6931471805599453),
      (0x1p-1060, -734.7360113935421), (1.7e+308, 709.7268368932282),
      (1.0000000001, 1.000000082690371e-10), (0.9999999, -1.0000000494736474e-07),
      (0.70710678, -0.3465735919580042), (1.41421357, 0.3465735956730089), (3.0, 1.0986122886681098),
    ]),
  AccuracyCase(
    description: "hyperbolic tangent", units: 3, kernel: { $0.hyperbolic_tangent($1, $2, $3) },
    values: [
      (1e-300, 1e-300), (1e-09, 1e-09), (0.1, 0.09966799462495582),
      (-0.2054175139484342, -0.2025761719243719), (0.7, 0.6043677771171635), (1.0, 0.7615941559557649),
      (-3.0, -0.9950547536867305), (10.0, 0.9999999958776927), (19.9, 1.0), (25.0, 1.0),
    ]),
  AccuracyCase(
    description: "sigmoid", units: 2, kernel: { $0.sigmoid($1, $2, $3) },
    values: [
      (0.25, 0.5621765008857981), (-1.18260596, 0.23458396124777456), (5.0, 0.9933071490757152),
      (-37.0, 8.533047625744065e-17), (-700.0, 9.85967654375977e-305), (30.0, 0.9999999999999064),
      (1e-09, 0.50000000025), (-0.5, 0.37754066879814546), (2.0, 0.8807970779778824),
      (-20.0, 2.0611536181902037e-09),
    ]),
  AccuracyCase(
    description: "sine", units: 1, kernel: { $0.sine($1, $2, $3) },
    values: [
      (0.1, 0.09983341664682815), (0.7853981633974483, 0.7071067811865475), (1.5707963267948966, 1.0),
      (3.141592653589793, 1.2246467991473532e-16), (-550.5222823934138, 0.6769184809948049),
      (1000000.0, -0.34999350217129294), (1073741824.0, -0.6173264150460421), (-1e+22, 0.8522008497671888),
      (0x1.6ac5b262ca1ffp+849, 1.0), (1.7e+308, -0.5952560848632077), (1e-300, 1e-300),
    ]),
  AccuracyCase(
    description: "cosine", units: 1, kernel: { $0.cosine($1, $2, $3) },
    values: [
      (0.1, 0.9950041652780258), (0.7853981633974483, 0.7071067811865476),
      (1.5707963267948966, 6.123233995736766e-17), (3.141592653589793, -1.0),
      (-550.5222823934138, -0.7360579936986528), (1000000.0, 0.9367521275331447),
      (1073741824.0, 0.7867071229411882), (-1e+22, 0.523214785395139),
      (0x1.6ac5b262ca1ffp+849, -4.687165924254628e-19), (1.7e+308, 0.803536056087918), (1e-300, 1.0),
    ]),
  AccuracyCase(
    description: "power 0.5", units: 1, kernel: { $0.power(0.5, $1, $2, $3) },
    values: [
      (2.0, 1.4142135623730951), (0.1, 0.31622776601683794), (3.3, 1.816590212458495), (1e-300, 1e-150),
      (1e+300, 1e+150), (0.999999, 0.999999499999875), (1.00001, 1.0000049999875),
      (0x1p-1074, 2.2227587494850775e-162), (123.456, 11.111075555498667),
    ]),
  AccuracyCase(
    description: "power −1.5", units: 1, kernel: { $0.power(-1.5, $1, $2, $3) },
    values: [
      (2.0, 0.3535533905932738), (0.1, 31.62277660168379), (3.3, 0.16681269168581223),
      (0.999999, 1.0000015000018752), (1.00001, 0.9999850001874977), (123.456, 0.0007290069984559876),
    ]),
  AccuracyCase(
    description: "power 1/3", units: 1, kernel: { $0.power(0.3333333333333333, $1, $2, $3) },
    values: [
      (2.0, 1.2599210498948732), (0.1, 0.4641588833612779), (3.3, 1.4888055529538273),
      (1e-300, 1.0000000000000128e-100), (1e+300, 9.999999999999872e+99), (0.999999, 0.9999996666665556),
      (1.00001, 1.0000033333222222), (0x1p-1074, 1.7031839360032837e-108), (123.456, 4.979327984674048),
    ]),
  AccuracyCase(
    description: "power 7.3", units: 1, kernel: { $0.power(7.3, $1, $2, $3) },
    values: [
      (2.0, 157.58648490814926), (0.1, 5.011872336272727e-08), (3.3, 6097.499327803687),
      (0.999999, 0.9999927000229948), (1.00001, 1.0000730022995412), (123.456, 1853698386362700.8),
    ]),
]

private let infinity = Double.infinity

// The table of special cases in annex F of the C standard, section 10.4.4 (pow): x, exponent, power.
private let powersOfC: [(Double, Double, Double)] = [
  (0.0, 0.0, 1.0), (Double.nan, 0, 1), (1, infinity, 1), (-1, infinity, 1), (0.5, infinity, 0),
  (0.5, -infinity, infinity), (2, -infinity, 0), (-0.0, -3, -infinity), (-0.0, -2, infinity),
  (-0.0, 3, -0.0), (-0.0, 2.5, 0), (-infinity, 3, -infinity), (-infinity, 2, infinity),
  (-infinity, -3, -0.0), (-infinity, 0.5, infinity), (infinity, -0.5, 0), (-2, 3, -8), (-2, 0.5, Double.nan),
  (Double.nan, 2, Double.nan), (2, 1024, infinity), (2, -1080, 0), (2, 1e300, infinity), (0.5, 1e300, 0),
]

let instructionSets = ["AVX-512", "AVX2", "baseline"]

/// The sets of kernels that this machine can run.
func availableKernels() throws -> [KernelTable] {
  let tables = instructionSets.compactMap { vector_kernels($0)?.pointee }
  return try #require(tables.isEmpty ? nil : tables)
}

@Suite struct KernelAccuracyTests {
  @Test(arguments: accuracyCases.indices)
  func kernelsAreWithinTheirErrorOfTheExactValue(_ index: Int) throws {
    let example = accuracyCases[index]
    let x = example.values.map(\.x)
    for kernels in try availableKernels() {
      var result = [Double](repeating: .nan, count: x.count)
      example.kernel(kernels, x, &result, x.count)
      for (found, value) in zip(result, example.values) {
        let error = abs(found - value.expected) / max(value.expected.ulp, .leastNonzeroMagnitude)
        // The expected value is itself rounded, by up to half a unit.
        #expect(
          error <= example.units + 0.5, "\(example) of \(value.x): \(found), not \(value.expected)")
      }
    }
  }

  @Test func specialValuesAreThoseOfC() throws {
    let least = Double.leastNonzeroMagnitude
    for kernels in try availableKernels() {
      func map(
        _ kernel: ((UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void)?, _ x: Double
      ) -> Double {
        var (x, result) = (x, 7.0)
        kernel?(&x, &result, 1)
        return result
      }
      #expect(map(kernels.exponential, infinity) == infinity && map(kernels.exponential, -infinity) == 0)
      #expect(map(kernels.exponential, 709.79) == infinity && map(kernels.exponential, -745.2) == 0)
      #expect(map(kernels.logarithm, 0) == -infinity && map(kernels.logarithm, -0.0) == -infinity)
      #expect(map(kernels.logarithm, infinity) == infinity && map(kernels.logarithm, -least).isNaN)
      #expect(map(kernels.hyperbolic_tangent, -0.0).sign == .minus)
      #expect(map(kernels.hyperbolic_tangent, least) == least)
      #expect(map(kernels.hyperbolic_tangent, -infinity) == -1)
      #expect(map(kernels.sigmoid, -infinity) == 0 && map(kernels.sigmoid, infinity) == 1)
      #expect(map(kernels.sine, -0.0).sign == .minus && map(kernels.sine, infinity).isNaN)
      #expect(map(kernels.cosine, least) == 1 && map(kernels.cosine, -infinity).isNaN)
      #expect(map(kernels.sign, -least) == -1 && map(kernels.sign, -0.0) == 0)
      #expect(map(kernels.rectify, -infinity) == 0 && map(kernels.rectify, infinity) == infinity)
      let maps = [
        kernels.negate, kernels.absolute, kernels.square, kernels.square_root, kernels.reciprocal,
        kernels.exponential, kernels.logarithm, kernels.hyperbolic_tangent, kernels.sigmoid, kernels.rectify,
        kernels.sign, kernels.sine, kernels.cosine,
      ]
      for kernel in maps { #expect(map(kernel, .nan).isNaN) }
    }
  }

  @Test(arguments: powersOfC)
  func powersHaveTheSpecialValuesOfC(_ x: Double, _ exponent: Double, _ expected: Double) throws {
    for kernels in try availableKernels() {
      var (x, result) = (x, 7.0)
      kernels.power(exponent, &x, &result, 1)
      #expect(expected.isNaN ? result.isNaN : result == expected && result.sign == expected.sign)
    }
  }
}
