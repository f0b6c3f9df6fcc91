import Engine
import Expressions
import Mathematics

/// What can be measured of points and of their maps, stage by stage.
struct EmbeddingMeasures {
  /// The shares of like neighbours among the points; empty without labels.
  private(set) var separation: [Double] = []
  /// The shares of like neighbours on the maps; empty without labels.
  private(set) var mapSeparation: [Double] = []
  private(set) var explained: [Double] = []
  private(set) var trustworthiness: [Double] = []
  let dimensions: [Int]
  let nearest: Int
  /// The share of like neighbours by chance; nil without labels.
  let chance: Double?

  init(_ stages: [Tensor], maps: [Tensor], labels: [String]?, nearest: Int) throws {
    dimensions = stages.map { $0.shape[1] }
    self.nearest = nearest
    chance = labels.map(chanceOfLikeLabels)
    let numbers = labels.map(numbersOfLabels)
    for (stage, map) in zip(stages, maps) {
      trustworthiness.append(try Mathematics.trustworthiness(of: map, for: stage, neighbours: nearest))
      guard let numbers else { continue }
      separation.append(try neighbourAgreement(of: stage, labels: numbers, neighbours: nearest))
      mapSeparation.append(try neighbourAgreement(of: map, labels: numbers, neighbours: nearest))
      explained.append(try correlationRatio(of: stage, labels: numbers))
    }
  }

  /// The measures as results, with the places on the last map.
  func record(of maps: [Tensor]) -> Record {
    let (x, y) = maps.last?.planeColumns ?? ([], [])
    var record = Record([
      ("x", .vector(x)), ("y", .vector(y)),
      ("trustworthiness", .vector(trustworthiness)),
      ("dimensions", .vector(dimensions.map(Double.init))),
    ])
    guard let chance else { return record }
    record["separation"] = .vector(separation)
    record["map_separation"] = .vector(mapSeparation)
    record["explained"] = .vector(explained)
    record["chance"] = .number(chance)
    return record
  }

  /// What can be said of a stage in a sentence.
  func sentence(_ stage: Int) -> String {
    let trust = "trustworthiness \(formatFixed(trustworthiness[stage], 2))"
    guard separation.indices.contains(stage) else { return trust }
    let many = dimensions[stage] == 1 ? "1 dimension" : "\(dimensions[stage]) dimensions"
    return "\(percentText(separation[stage])) like neighbours in \(many), "
      + "\(percentText(mapSeparation[stage])) on the map, \(trust)"
  }
}
