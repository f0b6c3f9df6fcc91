extension Identities {
  static let networks = [
    Step("sigmoid(x)", "1/(1 + exp(-x))"), Step("sigmoid(-x)", "1 - sigmoid(x)"),
    Step("tanh(x)", "2sigmoid(2x) - 1"), Step("softplus(x)", "log(1 + exp(x))"),
    Step("softplus(x) - softplus(-x)", "x"), Step("log(sigmoid(x))", "-softplus(-x)"),
    Step("log(p/(1 - p))", "log(p) - log(1 - p)", "0 < p < 1"),
    Step("sigmoid(log(p/(1 - p)))", "p", "0 < p < 1"),
    Step("softmax(h)_2", "exp(h_2)/sum(exp(h))"), Step("softmax(h + 5)", "softmax(h)"),
    Step("softmax(h + x)", "softmax(h)"), Step("sum(softmax(h))", "1"),
    Step("-log(softmax(h)_2)", "logsumexp(h) - h_2"),
    Step("-log(exp(h_2)/sum(exp(h)))", "log(sum(exp(h))) - h_2"),
    Step("logsumexp(h + x)", "logsumexp(h) + x"), Step("softmax(0, x)_2", "sigmoid(x)"),
    Step("mean(h)", "(h_1 + h_2 + h_3)/3"), Step("var(h)", "(mean(h^2) - mean(h)^2)*3/2"),
    Step("norm(h)^2", "dot(h, h)"), Step("dot(w, h)", "w_1*h_1 + w_2*h_2 + w_3*h_3"), Step("2*h", "h + h"),
    Step("sum((h - mean(h))^2)", "sum(h^2) - 3mean(h)^2"),
    Step("entropy(softmax(h))", "logsumexp(h) - dot(softmax(h), h)"),
    Step("-sum(y*log(softmax(h)))", "logsumexp(h) - dot(y, h)", "sum(y) == 1"),
  ]

  static let derivatives = [
    Step("d(x^3, x)", "3x^2"), Step("d(log(x), x)", "1/x"), Step("d(exp(2x), x)", "2exp(2x)"),
    Step("d(sigmoid(x), x)", "sigmoid(x)*(1 - sigmoid(x))"), Step("d(tanh(x), x)", "1 - tanh(x)^2"),
    Step("d(softplus(x), x)", "sigmoid(x)"), Step("d(logsumexp(h), h)", "softmax(h)"),
    Step("d(-log(softmax(h)_2), h)", "softmax(h) - [0, 1, 0]"), Step("d(0.5(x - a)^2, x)", "x - a"),
    Step("d(-sum(y*log(softmax(h))), h)", "softmax(h) - y", "sum(y) == 1"),
    Step("d(softmax(h)_1, h_2)", "-softmax(h)_1*softmax(h)_2"), Step("d(norm(h), h)", "h/norm(h)"),
    Step("d(-a*log(sigmoid(x)) - (1 - a)*log(1 - sigmoid(x)), x)", "sigmoid(x) - a"),
    Step("d(x^n, x)", "n*x^(n - 1)"), Step("d(x^x, x)", "x^x*(1 + log(x))"),
    Step("d(d(exp(-x^2/2), x), x)", "(x^2 - 1)*exp(-x^2/2)"), Step("d(sqrt(x), x)", "0.5/sqrt(x)"),
    Step("d(dot(w, h)^2, w)", "2dot(w, h)*h"), Step("d(x/(1 + x), x)", "1/(1 + x)^2"),
    Step("d(atan(x), x)", "1/(1 + x^2)"), Step("d(log(cosh(x)), x)", "tanh(x)"),
    Step("d(relu(x), x)", "if(x > 0, 1, 0)"), Step("d(a*log(N) + b*log(D), D)", "b/D"),
  ]

  static let normalisation = [
    Step("mean(h - mean(h))", "0"), Step("var((h - mean(h))/std(h))", "1"), Step("std(h)", "sqrt(var(h))"),
    Step("(2h - mean(2h))/std(2h)", "(h - mean(h))/std(h)", isProved: false),
    Step("(h + x - mean(h + x))/std(h + x)", "(h - mean(h))/std(h)"),
    Step("(a*h - mean(a*h))/std(a*h)", "(h - mean(h))/std(h)", "a > 0", isProved: false),
    Step("sum(((h - mean(h))/std(h))^2)", "2"), Step("norm(h/norm(h))", "1"), Step("var(x*h)", "x^2*var(h)"),
    Step("norm(x*h)", "abs(x)*norm(h)", isProved: false), Step("d(mean(h), h_2)", "1/3"),
    Step("d(var(h), h)", "h - mean(h)"), Step("d(std(h), h)", "(h - mean(h))/(2std(h))", isProved: false),
    Step("d(h_1/norm(h), h_2)", "-h_1*h_2/norm(h)^3"),
  ]

  static let leastSquares = [
    Step("d(sum((x*w - y)^2), x)", "2dot(w, x*w - y)"),
    Step("d(mean((a*w + b - y)^2), b)", "2mean(a*w + b - y)"),
    Step("d(mean((a*w + b - y)^2), a)", "2mean((a*w + b - y)*w)"), Step("d(norm(h - y)^2/2, h)", "h - y"),
    Step("norm(h - w)^2", "norm(h)^2 - 2dot(h, w) + norm(w)^2"),
    Step("norm(y - dot(w, y)/dot(w, w)*w)^2", "dot(y, y) - dot(w, y)^2/dot(w, w)"),
    Step("dot(h - mean(h), w - mean(w))", "dot(h, w) - 3mean(h)*mean(w)"),
    Step("d(sum((h - y)^2) + a*sum(h^2), h)", "2(h - y) + 2a*h"),
    Step("dot(w, y - dot(w, y)/dot(w, w)*w)", "0"),
    Step("sum((h - x)^2)", "sum((h - mean(h))^2) + 3(mean(h) - x)^2"),
  ]

  static let powerLaws = [
    Step("log(a*x^(-b))", "log(a) - b*log(x)", "a > 0", "x > 0"),
    Step("a*(2x)^(-b)/(a*x^(-b))", "2^(-b)", "x > 0", isProved: false),
    Step("(c/6)^(a/(a + b))*(c/6)^(b/(a + b))", "c/6", "c > 0"),
    Step("d(log(a*x^b), x)*x", "b", "a > 0", "x > 0"), Step("d(a*N^(-b), N)", "-a*b*N^(-b - 1)"),
    Step("d(a*x^b, b)", "a*x^b*log(x)"), Step("log10(a*x^b)", "log10(a) + b*log10(x)", "a > 0", "x > 0"),
    Step("exp(log(a) + b*log(x))", "a*x^b", "a > 0", "x > 0"),
    Step("d(a*N^(-b) + c*(k/N)^(-b), N)", "b*(c*(k/N)^(-b) - a*N^(-b))/N", "N > 0", "k > 0"),
    Step("a*N^(-b)*N^b", "a", "N > 0"),
  ]
}
