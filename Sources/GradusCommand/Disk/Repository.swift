/// Git repositories, as far as the file system shows them.
enum Repository {
  /// The top of the repository that holds a folder; nil where there is none.
  ///
  /// In a linked work tree and in a submodule `.git` is a file.
  static func top(above folder: String) -> String? {
    var folder = folder
    while true {
      if Disk.exists("\(folder == "/" ? "" : folder)/.git") { return folder }
      if folder == "/" { return nil }
      folder = parentFolder(of: folder)
    }
  }
}
