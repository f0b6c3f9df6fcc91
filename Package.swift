// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A target whose sources obey the project's settings.
func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target, in a folder of the same name.
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], fixtures: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: fixtures,
    swiftSettings: strict)
}

let package = Package(
  name: "gradus",
  products: [
    .executable(name: "gradus", targets: ["gradus"]),
    .library(name: "Gradus", targets: ["Gradus"]),
    .library(name: "Mathematics", targets: ["Mathematics"]),
    .library(name: "Plotting", targets: ["Plotting"]),
    // All that the Swift cells of lessons import, in one file, so that linking a program of cells takes no time.
    .library(name: "GradusCells", type: .dynamic, targets: ["Cells", "CellExperiments"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // Libraries of the system, each seen by one target alone.
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark-gfm"),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1"),
    .systemLibrary(name: "CDuktape", pkgConfig: "duktape"),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas"),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc"),

    // Loops over vectors, in C for the sake of the machine's vector units.
    .target(name: "CKernels", dependencies: ["COpenBLAS"]),
    // Says where a program of cells stops, in C for the sake of what a signal handler may do.
    .target(name: "CCrashReports"),

    // Layer 0
    layer("SourceText", []),
    layer("Mathematics", ["CKernels", "COpenBLAS"]),
    layer("Plotting", []),
    layer("GraphLayout", ["CGraphviz"]),
    layer("Rasterizing", []),
    // Layer 1
    layer("Expressions", ["Mathematics", "SourceText"]),
    layer("Typesetting", ["SourceText", "CDuktape"]),
    layer("LessonFormat", ["Expressions", "SourceText", "CCmark", "CYAML"]),
    layer("CellChannel", ["Expressions"]),
    // Layer 2
    layer("Cells", ["CellChannel", "Expressions", "Mathematics", "Plotting", "SourceText", "CCrashReports"]),
    layer(
      "Engine",
      [
        "LessonFormat", "Expressions", "Plotting", "Typesetting", "SourceText", "CSodium",
        .product(name: "HeapModule", package: "swift-collections"),
      ]),
    // Layer 3
    layer(
      "Catalogue", ["Engine", "Expressions", "GraphLayout", "Mathematics", "Plotting", "SourceText"]),
    layer(
      "Site",
      [
        "Engine", "LessonFormat", "Expressions", "Plotting", "Typesetting", "SourceText",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    layer("CellExperiments", ["Cells", "Engine", "Expressions"]),
    // Layer 4
    layer("CellHost", ["CellChannel", "Engine", "Expressions", "Plotting", "SourceText", "CLinux"]),
    layer(
      "GradusCommand",
      [
        "CellHost", "Catalogue", "Site", "Engine", "LessonFormat", "Expressions", "Rasterizing",
        "Typesetting",
        "SourceText", "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    // Layer 5
    layer("Gradus", ["GradusCommand", "Engine", "Expressions", "Mathematics", "Plotting"]),
    .executableTarget(name: "gradus", dependencies: ["GradusCommand"], swiftSettings: strict),

    // Tests
    // Courses in memory, for the tests of the engine and of the catalogue.
    .target(
      name: "LessonTesting",
      dependencies: ["Catalogue", "Engine", "LessonFormat", "Expressions", "SourceText", "Typesetting"],
      path: "Tests/LessonTesting", swiftSettings: strict),
    tests("Catalogue", ["LessonTesting", "Engine", "Expressions", "Plotting"]),
    tests("Engine", ["LessonTesting", "LessonFormat", "Expressions", "SourceText"]),
    tests("CellChannel", ["Expressions"]),
    // Runs a cell that never ends, for a test that kills it from outside.
    .executableTarget(
      name: "EndlessCell", dependencies: ["CellHost", "Engine", "SourceText"], path: "Tests/EndlessCell",
      swiftSettings: strict),
    // Compile and run programs with the library as it was built beside the tests.
    tests("CellHost", ["Cells", "EndlessCell", "Engine", "Expressions", "Plotting", "SourceText"]),
    tests("Expressions", ["Mathematics"]),
    tests("GraphLayout"),
    tests("LessonFormat", ["Expressions", "SourceText"], fixtures: ["Markdown/Fixtures"]),
    // Counts allocations, for the tests of what must not allocate.
    .target(name: "CAllocations", path: "Tests/CAllocations"),
    // Prints results that depend on OpenBLAS, for a test that runs it with other kernels.
    .executableTarget(
      name: "KernelDigits", dependencies: ["Mathematics"], path: "Tests/KernelDigits", swiftSettings: strict),
    tests("Mathematics", ["CAllocations", "CKernels", "KernelDigits"]),
    tests("Plotting"),
    .testTarget(name: "ProjectTests", swiftSettings: strict),
    tests("Rasterizing"),
    tests(
      "Site",
      ["Engine", "Expressions", "LessonFormat", "Plotting", "Rasterizing", "SourceText", "Typesetting"]),
    tests("Typesetting"),
    // The example of a package that adds an experiment, as a target of this one so that tests run it.
    .executableTarget(
      name: "pendulum", dependencies: ["Gradus"], path: "Examples/pendulum/Sources", swiftSettings: strict),
    // Runs the command itself, as it was built beside the tests.
    .testTarget(
      name: "GradusCommandTests", dependencies: ["LessonTesting", "gradus", "pendulum"], swiftSettings: strict
    ),
    // Looks at what the command built, in a browser.
    .testTarget(
      name: "BrowserTests", dependencies: ["LessonTesting", "gradus", "Plotting"],
      exclude: ["Showcase", "References"],
      swiftSettings: strict),
  ]
)
