/// What cells import: modules for the compiler, and one library for the linker and the program.
struct CellLibrary: Sendable {
  /// The folder of `libGradusCells.so`.
  let folder: String
  /// The folder of the modules.
  let modules: String
  /// The descriptions of the modules in C that those need.
  let moduleMaps: [String]
  /// The folders of headers that those name.
  let headers: [String]

  static let name = "GradusCells"

  /// Finds it: in `lib/gradus` of the prefix that the command was installed in, or beside a command in a checkout.
  init?(executable: String) {
    let binaries = File.parent(of: executable)
    let installed = "\(File.parent(of: binaries))/lib/gradus"
    if File.isFile("\(installed)/lib\(Self.name).so") {
      self.init(installation: installed)
    } else {
      self.init(checkout: binaries)
    }
  }

  private init(installation: String) {
    folder = installation
    modules = "\(installation)/modules"
    let include = "\(installation)/include"
    moduleMaps = File.names(in: include).map { "\(include)/\($0)/module.modulemap" }.filter(File.isFile)
    headers = [include]
  }

  private init?(checkout binaries: String) {
    guard File.isFile("\(binaries)/lib\(Self.name).so") else { return nil }
    var root = binaries
    while !File.isFile("\(root)/Package.swift") {
      guard root != "/" else { return nil }
      root = File.parent(of: root)
    }
    folder = binaries
    modules = "\(binaries)/Modules"
    let targets = File.names(in: "\(root)/Sources").filter { $0.hasPrefix("C") }
    moduleMaps = targets.compactMap { target in
      ["\(binaries)/\(target).build/module.modulemap", "\(root)/Sources/\(target)/module.modulemap"]
        .first(where: File.isFile)
    }
    headers = ["\(root)/Sources"]
  }

  var fileName: String { "lib\(Self.name).so" }
  /// The library itself.
  var file: String { "\(folder)/\(fileName)" }

  /// What changes when the library does.
  var identity: String { "\(file) \(File.fingerprint(of: file))" }
}
