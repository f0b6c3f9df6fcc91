extension Mistakes {
  /// Another entry is taken, one is counted twice, or rows stand for columns.
  static let indicesOfVectors = [
    Step("dot(w, h)", "w_1*h_1 + w_2*h_2 + w_3*h_2"), Step("dot(w, h)", "w_1*h_2 + w_2*h_3 + w_3*h_1"),
    Step("mean(h)", "(h_1 + h_2 + h_2)/3"), Step("d(dot(w, h), w_2)", "h_1"),
    Step("sum(h^2)", "h_1^2 + h_2^2 + h_3"), Step("cumsum(h)_2", "h_2 + h_3"),
    Step("d(h_1*h_2, h_1)", "h_1"), Step("d(sum(h^2), h_3)", "2h_2"), Step("max(h)", "h_3"),
    Step("last(h)", "h_2"), Step("[h_1, h_2, h_3]", "[h_1, h_3, h_2]"),
    Step("dot([[1, 2], [3, 4]], [a, b])", "[a + 3b, 2a + 4b]"),
    Step("d(dot([[1, 2], [3, 4]], [a, b]), a)", "[1, 2]"),
    Step("dot([a, b], [[1, 2], [3, 4]])", "dot([[1, 2], [3, 4]], [a, b])"),
    Step("transpose([[a, b], [c, x]])", "[[a, b], [c, x]]"), Step("argmax(h)", "argmin(h)"),
    Step("norm(h)", "sqrt(h_1^2 + h_2^2)"), Step("d(sum(w*h), w)", "[h_2, h_1, h_3]"),
  ]

  /// A score stands where another belongs.
  static let indicesOfSoftmax = [
    Step("softmax(h)_2", "exp(h_1)/sum(exp(h))"), Step("-log(softmax(h)_2)", "logsumexp(h) - h_3"),
    Step("d(softmax(h)_1, h_2)", "-softmax(h)_1*softmax(h)_3"),
    Step("d(softmax(h)_1, h_2)", "softmax(h)_1*(1 - softmax(h)_2)"),
    Step("d(softmax(h)_1, h_1)", "-softmax(h)_1^2"),
    Step("d(softmax(h)_2, h_2)", "softmax(h)_2*(1 - softmax(h)_1)"),
    Step("d(-log(softmax(h)_2), h)", "softmax(h) - [1, 0, 0]"),
    Step("d(-log(softmax(h)_2), h_1)", "softmax(h)_2"), Step("softmax(h)_1/softmax(h)_2", "exp(h_2 - h_1)"),
    Step("log(softmax(h)_1/softmax(h)_3)", "h_3 - h_1"), Step("softmax(0, x)_1", "sigmoid(x)"),
    Step("softmax(a, b)_1", "sigmoid(b - a)"), Step("softmax(h)_1 + softmax(h)_2", "softmax(h)_3"),
    Step("d(logsumexp(h), h_1)", "softmax(h)_2"),
    Step("d(softmax(h)_3, h)", "softmax(h)_3*([1, 0, 0] - softmax(h))"),
    Step("softmax(h)_1", "sigmoid(h_1)"), Step("softmax(h)_1", "exp(h_1)/(exp(h_2) + exp(h_3))"),
    Step("entropy(softmax(h))", "-dot(softmax(h), log(softmax(w)))"),
    Step("softmax(h_2, h_1)_1", "softmax(h_1, h_2)_1"),
  ]
}
