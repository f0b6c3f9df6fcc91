/// A course as it was at a revision of its repository.
struct Revision {
  /// As the author called it.
  let name: String
  /// The commit.
  let commit: String

  /// Finds a revision; one that does not exist is a mistake in the command line.
  init(_ name: String, in git: Git) throws {
    let ending = try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"])
    guard ending.status == 0, !ending.text.isEmpty else {
      let reason = ending.message.isEmpty ? "" : ": \(ending.message)"
      throw UsageError("there is no revision \(name) in the repository \(git.top)\(reason)")
    }
    self.name = name
    commit = ending.text
  }

  /// The two ends of `A..B`, of which either may be missing and then is `HEAD`; one revision and nil for `A`.
  static func ends(of text: String) throws(UsageError) -> (from: String, to: String?) {
    guard let dots = text.firstRange(of: "..") else { return (text, nil) }
    let (from, to) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    guard !to.hasPrefix("."), !(from.isEmpty && to.isEmpty) else {
      throw UsageError("\(text) is no range of revisions; write REVISION or REVISION..REVISION")
    }
    return (from.isEmpty ? "HEAD" : from, to.isEmpty ? "HEAD" : to)
  }

  /// Writes the files of the course into a folder as a checkout would, filters and line ends included; gives where
  /// the course is.
  ///
  /// The author's index, work tree and hooks take no part: it has an index of its own.
  func materialise(_ location: CourseLocation, into folder: String, _ git: Git) throws -> CourseLocation {
    let prefix = relativePath(location.root, from: git.top)
    let tree = "\(folder)/tree"
    try Disk.makeFolder(tree)
    let repository = try succeed(git, ["rev-parse", "--absolute-git-dir"]).text
    let variables = ["GIT_DIR": repository, "GIT_WORK_TREE": tree, "GIT_INDEX_FILE": "\(folder)/index"]
    _ = try succeed(git, ["read-tree", commit], in: tree, variables: variables)
    let listed = try succeed(
      git, ["ls-files", "-z", "--", prefix == "." ? "." : ":(literal)\(prefix)"], in: tree,
      variables: variables)
    let list = "\(folder)/list"
    try Disk.write(listed.output, to: list)
    _ = try succeed(
      git, ["checkout-index", "--force", "-z", "--stdin"], in: tree, input: list, variables: variables)
    let root = prefix == "." ? tree : "\(tree)/\(prefix)"
    guard Disk.isFolder(root), !listed.output.isEmpty,
      !location.hasCourseFile || Disk.isFile("\(root)/course.yml")
    else {
      throw UsageError("\(name) has no course in \(prefix == "." ? git.top : prefix)")
    }
    var old = location
    old.root = root
    return old
  }

  private func succeed(
    _ git: Git, _ arguments: [String], in folder: String? = nil, input: String = "/dev/null",
    variables: [String: String] = [:]
  ) throws -> Git.Ending {
    let ending = try git.run(arguments, in: folder, input: input, variables: variables)
    guard ending.status == 0 else {
      throw DiskError("read the revision", name, reason: "git \(arguments[0]) says: \(ending.message)")
    }
    return ending
  }
}
