import Testing

/// The only imports of the project's own targets that each target may write.
///
/// An arrow that is added here is added in review.
private let ownImports: [String: Set<String>] = [
  "SourceText": [],
  "Mathematics": ["CKernels", "COpenBLAS"],
  "Plotting": [],
  "GraphLayout": ["CGraphviz"],
  "Rasterizing": [],
  "Expressions": ["Mathematics", "SourceText"],
  "Typesetting": ["SourceText", "CDuktape"],
  "LessonFormat": ["Expressions", "SourceText", "CCmark", "CYAML"],
  "CellChannel": ["Expressions"],
  "Cells": ["CellChannel", "Expressions", "Mathematics", "Plotting", "SourceText", "CCrashReports"],
  "CellExperiments": ["Cells", "Engine", "Expressions"],
  "CellHost": ["CellChannel", "Engine", "Expressions", "Plotting", "SourceText", "CLinux"],
  "Engine": ["LessonFormat", "Expressions", "Plotting", "Typesetting", "SourceText", "CSodium"],
  "Catalogue": [
    "Engine", "LessonFormat", "Expressions", "GraphLayout", "Mathematics", "Plotting", "SourceText",
  ],
  "Site": ["Engine", "LessonFormat", "Expressions", "Plotting", "Typesetting", "SourceText"],
  "GradusCommand": [
    "CellHost", "Catalogue", "Site", "Engine", "LessonFormat", "Expressions", "Rasterizing", "Typesetting",
    "SourceText", "CLinux",
  ],
  "Gradus": ["Engine", "Expressions", "GradusCommand", "Mathematics", "Plotting"],
  "gradus": ["GradusCommand"],
  "CCmark": [], "CYAML": [], "CDuktape": [], "CSodium": [], "CLinux": [], "COpenBLAS": [], "CGraphviz": [],
  "CKernels": [], "CCrashReports": [],
]

/// The imports from outside that each target may write.
private let outsideImports: [String: Set<String>] = [
  "SourceText": [],
  "Mathematics": ["Glibc", "Synchronization"],
  "Plotting": ["Glibc"],
  "GraphLayout": ["Synchronization"],
  "Rasterizing": ["Glibc"],
  "Expressions": ["Glibc"],
  "Typesetting": ["Glibc", "Synchronization"],
  "LessonFormat": ["Glibc", "Synchronization"],
  "CellChannel": [],
  "Cells": ["Glibc", "Synchronization"],
  "CellExperiments": ["Glibc"],
  "CellHost": ["Glibc"],
  "Engine": ["FoundationEssentials", "HeapModule", "Synchronization"],
  "Catalogue": ["Glibc"],
  "Site": ["FoundationEssentials", "Mustache", "Synchronization"],
  "GradusCommand": [
    "ArgumentParser", "Dispatch", "FlyingFox", "FlyingSocks", "Foundation", "FoundationEssentials", "Glibc",
    "Synchronization",
  ],
  "Gradus": [],
  "gradus": [],
  "CCmark": [], "CYAML": [], "CDuktape": [], "CSodium": [], "CLinux": [], "COpenBLAS": [], "CGraphviz": [],
  "CKernels": [], "CCrashReports": [],
]

@Suite struct ImportArrowTests {
  @Test func everyTargetHasItsRow() throws {
    #expect(try Checkout.targets() == ownImports.keys.sorted())
    #expect(ownImports.keys.sorted() == outsideImports.keys.sorted())
  }

  @Test(arguments: ownImports.keys.sorted())
  func aTargetImportsOnlyWhatTheTablesAllow(_ target: String) throws {
    let files = Checkout.swiftFiles(below: "Sources/\(target)")
    if !target.hasPrefix("C") || target == "Catalogue" {
      #expect(!files.isEmpty, "no sources found for \(target): the test looks in the wrong place")
    }
    let allowed = ownImports[target, default: []].union(outsideImports[target, default: []])
    for file in files {
      for (number, line) in try Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard let module = importedModule(line) else { continue }
        #expect(allowed.contains(module), "\(file):\(number + 1): \(target) may not import \(module)")
      }
    }
  }

  /// Layers below the command neither print nor look at the world around them.
  @Test(arguments: ownImports.keys.filter { !["GradusCommand", "CellHost", "gradus"].contains($0) }.sorted())
  func onlyTheCommandTouchesTheWorld(_ target: String) throws {
    let forbidden = [
      "print(", "getenv(", "CommandLine.", "ProcessInfo", "FileManager", "ContinuousClock", "Date()",
    ]
    for file in Checkout.swiftFiles(below: "Sources/\(target)") {
      for (number, line) in try Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let code = line.prefix(while: { _ in true }).trimmingPrefix { $0 == " " }
        guard !code.hasPrefix("//") else { continue }
        for word in forbidden where containsWord(word, in: code) {
          Issue.record("\(file):\(number + 1): \(target) uses \(word)")
        }
      }
    }
  }

  private func containsWord(_ word: String, in code: some StringProtocol) -> Bool {
    var rest = code[...]
    while let range = rest.firstRange(of: word) {
      let before = range.lowerBound == rest.startIndex ? nil : rest[rest.index(before: range.lowerBound)]
      if before.map({ !$0.isLetter && $0 != "." && $0 != "_" }) ?? true { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  private func importedModule(_ line: Substring) -> String? {
    let pattern =
      /^\s*(?:@\w+\s+)*(?:public |package |internal |private |fileprivate )?import (?:struct |func |enum |class )?(\w+)/
    return line.firstMatch(of: pattern).map { String($0.1) }
  }
}
