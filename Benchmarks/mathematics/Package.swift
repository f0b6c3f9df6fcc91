// swift-tools-version: 6.2
import PackageDescription

// A package of its own: nobody who uses Mathematics needs it.
let package = Package(
  name: "mathematics-benchmark",
  dependencies: [.package(name: "gradus", path: "../..")],
  targets: [
    // What Mathematics is measured against: loops written by hand, and OpenBLAS called directly.
    .target(name: "CReference", linkerSettings: [.linkedLibrary("openblas"), .linkedLibrary("mvec")]),
    .executableTarget(
      name: "MathematicsBenchmark",
      dependencies: ["CReference", .product(name: "Mathematics", package: "gradus")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
