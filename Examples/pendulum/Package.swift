// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "pendulum",
  dependencies: [
    // A course elsewhere writes the address of Gradus' repository here.
    .package(name: "gradus", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "pendulum", dependencies: [.product(name: "Gradus", package: "gradus")], path: "Sources")
  ]
)
