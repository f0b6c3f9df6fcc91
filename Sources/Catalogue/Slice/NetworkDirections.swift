import Engine
import Mathematics

/// Directions through a network's parameters, and the networks along them.
///
/// Each parameter tensor of a random direction is drawn from a normal distribution and given the length of the network's
/// own, so that layers of large and small weights move alike (Goodfellow, Vinyals and Saxe 2015 for lines between networks;
/// Li et al. 2018 for random directions in the scale of the weights).
struct NetworkDirections {
  private let network: Network
  private let directions: [[Tensor]]

  /// Chooses directions: the first to another network if there is one, the others at random.
  init(_ network: Network, count: Int, toward other: Network?, seed: UInt64) throws {
    self.network = network
    var generator = Xoshiro256StarStar(seed: seed)
    let parameters = network.perceptron.parameters
    directions = try (0..<count).map { index in
      if index == 0, let other {
        return try zip(other.perceptron.parameters, parameters).map { try $0 - $1 }
      }
      return try parameters.map { try Self.direction(as: $0, using: &generator) }
    }
  }

  private static func direction(
    as parameter: Tensor, using generator: inout Xoshiro256StarStar
  ) throws -> Tensor {
    let drawn = Tensor.normal(parameter.shape, using: &generator)
    let (length, own) = (norm(drawn.values), norm(parameter.values))
    return try drawn * Tensor(length > 0 ? own / length : 0)
  }

  /// The network so far along each direction.
  func network(at place: [Double]) throws -> Network {
    var moved = network
    var parameters = network.perceptron.parameters
    for (direction, distance) in zip(directions, place) {
      parameters = try zip(parameters, direction).map { try $0 + $1 * Tensor(distance) }
    }
    moved.perceptron = network.perceptron.with(parameters: parameters)
    return moved
  }
}

extension Network {
  /// Whether all layers have the sizes of another network's.
  func hasShape(of other: Network) -> Bool {
    perceptron.parameters.map(\.shape) == other.perceptron.parameters.map(\.shape)
  }
}
