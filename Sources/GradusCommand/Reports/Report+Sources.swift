import Engine
import SourceText

extension Report.Entry {
  /// The files that something is wrong with, each read once.
  var sourceFiles: [String: SourceFile] {
    let onDisk = DiskCourseFiles(root: location.root)
    var files: [String: SourceFile] = [:]
    for path in Set(run.diagnostics.map(\.file)) {
      if let lesson = run.course.index(ofLesson: path) {
        files[path] = run.course.lessons[lesson].file
      } else if let course = run.course.file.file, course.path == path {
        files[path] = course
      } else if let bytes = try? onDisk.read(path) {
        files[path] = SourceFile(path: path, bytes: bytes)
      }
    }
    return files
  }

  /// How a file of the course is called from the top of its repository, as services that show repositories want it;
  /// from a folder where the course is in none.
  func pathInRepository(_ file: String, orFrom folder: String) -> String {
    relativePath("\(location.root)/\(file)", from: Repository.top(above: location.root) ?? folder)
  }
}

extension SourceFile {
  /// A line as it was read for the run; nil where there is no such line.
  func text(ofLine number: Int) -> String? {
    number <= lineCount ? text(in: span(ofLine: number)) : nil
  }
}
