/// Why a result is a mistake: finite numbers gave one that is not.
///
/// Infinities and NaN that were there before pass through, except where infinities become NaN.
struct Fault {
  enum Kind {
    case undefined, overflow, derivative
  }

  var kind: Kind
  /// The place of the first entry that is wrong, from 0.
  var index: Int

  init?<S>(_ result: Quantity<S>, from inputs: [Quantity<S>]) {
    guard let entries = result.entries, !inputs.contains(where: \.holdsNaN) else { return nil }
    if let index = entries.firstIndex(where: { $0.primal.isNaN }) {
      self.init(kind: .undefined, index: index)
    } else if inputs.allSatisfy(\.isPrimalFinite),
      let index = entries.firstIndex(where: { !$0.primal.isFinite })
    {
      self.init(kind: .overflow, index: index)
    } else if inputs.allSatisfy(\.isFinite), let index = entries.firstIndex(where: { !$0.isFinite }) {
      self.init(kind: .derivative, index: index)
    } else {
      return nil
    }
  }

  private init(kind: Kind, index: Int) {
    self.kind = kind
    self.index = index
  }
}
