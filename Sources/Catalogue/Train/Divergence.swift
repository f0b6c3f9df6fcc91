import Engine

/// What is said of a training whose numbers have grown beyond all bounds.
func divergence(after step: Int) -> LessonError {
  .experiment(
    "the training diverged: after \(step) \(step == 1 ? "step" : "steps") its numbers are beyond all bounds",
    help: "try a learning-rate ten times smaller")
}
