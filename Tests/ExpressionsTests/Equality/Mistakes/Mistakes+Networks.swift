extension Mistakes {
  /// Losses, scores and activations of networks, taken for others.
  static let lossesAndActivations = [
    Step("d(-sum(y*log(softmax(h))), h)", "softmax(h) - y"),
    Step("-sum(y*log(softmax(h)))", "logsumexp(h) - dot(y, h)"), Step("logsumexp(h)", "sum(exp(h))"),
    Step("logsumexp(h)", "log(sum(h))"), Step("sigmoid(x)", "exp(-x)/(1 + exp(-x))"),
    Step("sigmoid(x)", "exp(x)"), Step("d(-a*log(p) - (1 - a)*log(1 - p), p)", "(p - a)/p", "0 < p < 1"),
    Step("sum(y*log(y/w))", "sum(y*log(y)) + sum(y*log(w))", "y > 0", "w > 0"),
    Step("sum(y*log(y/w))", "sum(w*log(w/y))", "y > 0", "w > 0"),
    Step("-sum(y*log(w))", "-sum(w*log(y))", "y > 0", "w > 0"), Step("tanh(x)", "sigmoid(2x)"),
    Step("softmax(h)", "sigmoid(h)"), Step("-log(sigmoid(x))", "softplus(x)"),
    Step("log(softmax(h))", "h - log(sum(h))", "h > 0"), Step("d(softmax(h)_1, h_1)", "softmax(h)_1"),
    Step("x*sigmoid(1.702x)", "x*(1 + tanh(0.85x))/2"), Step("sum(softmax(h)^2)", "1"),
    Step("softmax(h)*softmax(h)", "softmax(2h)"), Step("sigmoid(x)^2", "sigmoid(2x)"),
    Step("(sigmoid(x) - y_1)^2", "-y_1*log(sigmoid(x))"),
  ]

  /// Means, deviations and gradients of squares.
  static let normalisationAndLeastSquares = [
    Step("mean((h - mean(h))/std(h))", "1"), Step("(2h - mean(2h))/std(2h)", "2(h - mean(h))/std(h)"),
    Step("var(h + x)", "var(h) + x"), Step("var(x*h)", "x*var(h)"), Step("h/norm(h)", "h/norm(h)^2"),
    Step("norm(h/norm(h))", "norm(h)"), Step("d(norm(h), h)", "h"), Step("dot(h, h)", "norm(h)"),
    Step("norm(h)", "sum(h)"), Step("norm(h)", "sum(abs(h))"),
    Step("sum((h - mean(h))^2)", "sum(h^2) - mean(h^2)"), Step("d(sum((x*w - y)^2), x)", "2sum(x*w - y)"),
    Step("d(sum((a*w + b - y)^2), b)", "2sum((a*w + b - y)*w)"),
    Step("d(mean((a*w + b - y)^2), b)", "2sum(a*w + b - y)"),
    Step("sum(w*(y - x*w))", "sum(w*y) - x*sum(w)"),
    Step("norm(x*w - y)^2", "x^2*norm(w)^2 - x*dot(w, y) + norm(y)^2"),
    Step("std(h)", "sqrt(mean(h^2) - mean(h)^2)"), Step("var(h)", "norm(h)^2/2"),
    Step("d(mean(h), h_1)", "h_1/3"), Step("d(var(h), h_1)", "2(h_1 - mean(h))"),
    Step("dot(h, w)/(norm(h)*norm(w))", "1"), Step("norm(h - w)^2", "norm(h)^2 - norm(w)^2"),
    Step("sum(h - mean(h))", "mean(h)"),
  ]
}
