/// The letters that a model sees, as a network reads them: a vector with a single 1 for each letter, the oldest first.
struct LetterWindow: Sendable {
  let letterCount: Int
  /// How many letters there are in it.
  let length: Int

  /// How many windows there are.
  var count: Int { (0..<length).reduce(1) { count, _ in count * letterCount } }
  /// How many numbers a network is given; a single 0 where it sees nothing.
  var width: Int { max(1, length * letterCount) }

  /// The window after another letter.
  func window(after window: Int, letter: Int) -> Int {
    length == 0 ? 0 : (window * letterCount + letter) % count
  }

  /// The rows of a network's input for some windows.
  func rows(_ windows: some RandomAccessCollection<Int>) throws -> Tensor {
    var numbers = [Double](repeating: 0, count: windows.count * width)
    for (row, window) in windows.enumerated() {
      var rest = window
      for position in stride(from: length - 1, through: 0, by: -1) {
        numbers[row * width + position * letterCount + rest % letterCount] = 1
        rest /= letterCount
      }
    }
    return try Tensor(numbers, shape: [windows.count, width])
  }
}
