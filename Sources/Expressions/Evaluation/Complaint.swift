/// What a function finds wrong with its arguments; the evaluator adds the place.
struct Complaint: Error {
  var message: String
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
