// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A target whose sources obey the project's settings.
func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target, in a folder of the same name.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "gradus",
  products: [
    .library(name: "Mathematics", targets: ["Mathematics"]),
    .library(name: "Plotting", targets: ["Plotting"]),
  ],
  targets: [
    .systemLibrary(name: "CDuktape", pkgConfig: "duktape"),

    // Layer 0
    layer("SourceText", []),
    layer("Mathematics", []),
    layer("Plotting", []),
    // Layer 1
    layer("Expressions", ["Mathematics", "SourceText"]),
    layer("Typesetting", ["SourceText", "CDuktape"]),
    tests("Expressions", ["Mathematics"]),
    tests("Mathematics"),
    tests("Plotting"),
    tests("Typesetting"),
  ]
)
