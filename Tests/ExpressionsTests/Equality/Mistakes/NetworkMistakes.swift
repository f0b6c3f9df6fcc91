/// Slips in the mathematics of networks: swapped subscripts, lost factors, losses of the wrong sign.
extension MistakenStepTests {
  static let softmaxes = [
    Step("softmax(h)_1", "exp(h_1)/(exp(h_2) + exp(h_3))"), Step("softmax(h)_2", "exp(h_1)/sum(exp(h))"),
    Step("softmax(h)_3", "h_3/sum(h)", "sum(h) > 1"),
    Step("softmax(-h)", "softmax(h)"), Step("softmax(h)_1", "1 - softmax(h)_2"),
    Step("softmax(h)", "sigmoid(h)"), Step("softmax(h)_1/softmax(h)_2", "exp(h_2 - h_1)"),
    Step("log(softmax(h)_2)", "logsumexp(h) - h_2"), Step("log(softmax(h)_2)", "h_2 - sum(h)"),
    Step("-log(softmax(h)_2)", "logsumexp(h) - h_1"),
    Step("-log(softmax(h)_2)", "log(sum(exp(h)) - h_2)", "h_2 < 0"), Step("logsumexp(h)", "max(h)"),
    Step("logsumexp(h + x)", "logsumexp(h)"),
    Step("logsumexp(2h)", "2logsumexp(h)"), Step("d(softmax(h)_1, h_1)", "softmax(h)_1*(1 + softmax(h)_1)"),
    Step("d(softmax(h)_1, h_1)", "1 - softmax(h)_1"),
    Step("d(softmax(h)_1, h_2)", "softmax(h)_1*softmax(h)_2"),
    Step("d(softmax(h)_1, h_2)", "softmax(h)_1*(1 - softmax(h)_2)"),
    Step("d(logsumexp(h), h_1)", "softmax(h)_2"), Step("d(logsumexp(h), h)", "exp(h)"),
    Step("sum(softmax(2h))", "2"), Step("entropy(softmax(h))", "log(3)"),
    Step("softmax(x, 0)_1", "sigmoid(-x)"), Step("softmax(x, a)_1", "sigmoid(a - x)"),
  ]

  static let losses = [
    Step("d(-log(softmax(h)_2), h_2)", "1 - softmax(h)_2"),
    Step("d(-log(softmax(h)_2), h_1)", "-softmax(h)_1"),
    Step("d(-log(softmax(h)_2), h_1)", "softmax(h)_1 - 1"),
    Step("d(-log(softmax(h)_2), h)", "softmax(h) - [1, 0, 0]"),
    Step("d(-log(softmax(h)_2), h)", "[0, 1, 0] - softmax(h)"),
    Step("d(log(softmax(h)_2), h)", "softmax(h) - [0, 1, 0]"),
    Step("d(-log(softmax([m*x, 0, a])_1), m)", "softmax([m*x, 0, a])_1 - 1"),
    Step("d(-log(softmax([m*x, 0, a])_1), m)", "x*(1 - softmax([m*x, 0, a])_1)"),
    Step("d(-a*log(p) - (1 - a)*log(1 - p), p)", "a/p - (1 - a)/(1 - p)", "0 < p < 1", "0 < a < 1"),
    Step("d(-log(p), p)", "1/p", "p > 0"), Step("d((sigmoid(x) - a)^2, x)", "2*(sigmoid(x) - a)"),
    Step("d(0.5*(m*x + b - a)^2, m)", "m*x + b - a"), Step("d(0.5*(m*x + b - a)^2, b)", "x*(m*x + b - a)"),
    Step("d((m*x - a)^2, m)", "x*(m*x - a)"),
    Step("-log(1 - p)", "log(p)", "0 < p < 1"), Step("-log(p)", "1 - p", "0 < p < 1"),
    Step("-(log(p) + log(a))/2", "-log((p + a)/2)", "p > 0", "a > 0"),
    Step("mean((h - y)^2)", "mean(h - y)^2"), Step("mean((h - y)^2)", "sum((h - y)^2)"),
    Step("d(mean((h - y)^2), h)", "2*(h - y)"), Step("d(sum((h - y)^2), y)", "2*(h - y)"),
    Step("sum(abs(h - y))", "abs(sum(h - y))"),
  ]

  static let layers = [
    Step("dot(w, h) + x", "dot(w, h + x)"), Step("dot(w, h + y)", "dot(w, h) + y_1"),
    Step("dot(2w, 2h)", "2dot(w, h)"), Step("norm(2h)", "4norm(h)"), Step("norm(h + y)", "norm(h) + norm(y)"),
    Step("norm(h)^2", "sum(h)^2"), Step("d(norm(h)^2, h)", "2norm(h)"), Step("d(norm(h), h)", "h"),
    Step("d(dot(w, h), w)", "w"), Step("d(dot(h, h), h)", "h"), Step("d(dot(w, h)^2, w)", "2dot(w, h)*w"),
    Step("dot(w, h)/norm(w)", "dot(w, h)/norm(h)"), Step("(h - mean(h))/std(h)", "h/std(h) - mean(h)"),
    Step("var(2h)", "2var(h)"), Step("std(h + x)", "std(h) + x"), Step("var(h)", "sum((h - mean(h))^2)/3"),
    Step("mean(2h + 1)", "2mean(h)"), Step("tanh(x)", "sigmoid(2x) - 1"), Step("tanh(x)", "2sigmoid(x) - 1"),
    Step("d(tanh(x), x)", "tanh(x)*(1 - tanh(x))"), Step("softplus(x)", "log(1 + x)", "x > 0"),
    Step("d(softplus(x), x)", "tanh(x)"), Step("softplus(-x)", "-softplus(x)"),
    Step("d(sigmoid(-x), x)", "sigmoid(-x)*(1 - sigmoid(-x))"), Step("relu(-x)", "-relu(x)"),
    Step("relu(2x)", "4relu(x)"),
    Step("dot(w, h)", "sum(w)*sum(h)"), Step("h_1 + h_2 + h_3", "mean(h)"), Step("h_1*w_2", "h_2*w_1"),
    Step("d(h_1*h_2, h_1)", "h_1"),
    Step("a + N^-b", "a + N^-c", "N > 1"), Step("d(a*N^-b, N)", "a*b*N^(-b - 1)", "N > 0"),
    Step("d(a/N^b + c/D^b, D)", "-b*c/D^b", "N > 0", "D > 0"),
    Step("(N*D)^0.5", "N^0.5 + D^0.5", "N > 0", "D > 0"),
  ]

  static let all =
    mistakes + signs + factors + exponents + logarithms + domains + missingChainFactors + productsAndQuotients
    + signsAndPowers + softmaxes + losses + layers
}
