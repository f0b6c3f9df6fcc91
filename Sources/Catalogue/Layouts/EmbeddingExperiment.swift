import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{embedding}`: how points of many dimensions come apart from stage to stage, on maps that follow each other.
struct EmbeddingExperiment: Experiment {
  static let name = "embedding"
  static let summary =
    "Lays points out in two dimensions stage by stage, such as a layer's values while a network learns."
  static let results = [
    ResultDescription(
      "separation",
      "At each stage the share of a point's nearest neighbours, in all dimensions, that have its label."),
    ResultDescription("map_separation", "The same share of its nearest neighbours on the map."),
    ResultDescription(
      "trustworthiness", "How far neighbours on each map are neighbours among the points: 1 is wholly."),
    ResultDescription(
      "explained", "The share of the points' variance that lies between labels, at each stage."),
    ResultDescription("chance", "The share of like neighbours if they were drawn from all other points."),
    ResultDescription("dimensions", "How many dimensions the points have at each stage."),
    ResultDescription("x", "Where each point lies across on the last map; places and units mean nothing."),
    ResultDescription("y", "Where each point lies up on the last map."),
  ]
  static let example = """
    points:
      - [[0, 0.4, 1], [0.3, 0, 1], [0.2, 0.3, 0], [0, 0.1, 0.5], [0.1, 0, 0], [0.3, 0.2, 1], [0.4, 0, 0], [0, 0.2, 1]]
      - [[0, 0], [0.1, 0], [0, 0.1], [0.1, 0.2], [5, 5], [5.1, 5], [5, 5.1], [5.2, 5]]
    labels: [cat, cat, cat, cat, dog, dog, dog, dog]
    stages: [before, after]
    neighbours: 3
    nearest: 2
    fig-cap: Cats and dogs, before and after training.
    """

  @Parameter("The points: a matrix, one a row, or a list of matrices, one a stage, such as =r.frames.hidden.")
  var points: PointStages
  @Parameter("A label for each point.")
  var labels: WrittenTexts? = nil
  @Parameter("The names of the stages, such as =r.frames.step; they are counted unless given.")
  var stages: WrittenTexts? = nil
  @Parameter("What the names count, such as step.")
  var stageName = "stage"
  @Parameter(
    "How many points count as near a point in laying out, itself among them: few show detail, many the whole.",
    .between(2, 200))
  var neighbours = 15
  @Parameter("How close together points may lie.", .between(0, 1))
  var minDist = 0.1
  @Parameter("How many nearest neighbours measures look at.", .between(1, 200))
  var nearest = 10
  @Parameter("What the drawing of random numbers begins from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// More labels cannot be told apart by colour and shape.
  static let mostLabels = 40
  /// Points times points times coordinates and epochs, over all stages: the time goes along with it.
  static let mostWork = 100_000_000_000.0

  func run(in context: Context) throws -> Outcome {
    try check()
    let names = stages?.texts ?? points.stages.indices.map { "\($0 + 1)" }
    let maps = try maps()
    let measures = try EmbeddingMeasures(
      points.stages, maps: maps, labels: labels?.texts, nearest: nearest)
    let drawing = EmbeddingDrawing(
      maps: maps, labels: labels?.texts, names: names.map { "\(stageName) \($0)" }, measures: measures)
    return Outcome(
      measures.record(of: maps), displays: [.figure(try drawing.figure(in: context))])
  }

  /// A map of each stage; each begins where the one before has the points, so that they can be followed.
  private func maps() throws -> [Tensor] {
    var umap = UMAP()
    umap.neighbours = neighbours
    umap.minimumDistance = minDist
    umap.seed = seed.value
    var maps: [Tensor] = []
    for stage in points.stages {
      if let before = maps.last { umap.start = .positions(before) }
      maps.append(try umap.embed(stage))
    }
    return maps
  }

  private func check() throws {
    let count = points.count
    var errors: [LessonError] = []
    let least = max(4, neighbours, 2 * nearest + 2)
    if count < least {
      errors.append(
        .parameter(
          points.datum,
          "there are \(count) points; \(least) are needed for \(neighbours) and \(nearest) neighbours",
          help: "give more points, or fewer neighbours and nearest"))
    }
    if let labels, labels.texts.count != count {
      errors.append(labels.mistake("there are \(labels.texts.count) labels for \(count) points"))
    }
    if let labels, Set(labels.texts).count > Self.mostLabels {
      errors.append(
        labels.mistake(
          "these are \(Set(labels.texts).count) different labels; at most \(Self.mostLabels) can be told apart"
        ))
    }
    if let stages, stages.texts.count != points.stages.count {
      errors.append(
        stages.mistake("there are \(stages.texts.count) names for \(points.stages.count) stages"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    try checkLimits(count)
  }

  private func checkLimits(_ count: Int) throws {
    guard count <= UMAPExperiment.mostPoints else {
      throw LessonError.parameter(
        points.datum, "there are \(count) points; at most \(UMAPExperiment.mostPoints) can be laid out")
    }
    guard points.stages.count <= FrameSequence.mostFrames else {
      throw LessonError.parameter(
        points.datum, "\(points.stages.count) stages are more than \(FrameSequence.mostFrames), the limit")
    }
    // Distances are computed for the neighbours and for two measures; an epoch visits each point's edges.
    let work = points.stages.reduce(0.0) { sum, stage in
      sum + Double(count) * (3 * Double(count * stage.shape[1]) + 500 * 20 * Double(neighbours))
    }
    guard work <= Self.mostWork else {
      throw LessonError.experiment(
        "this takes some \(formatSignificant(work, 2)) operations; at most "
          + "\(formatSignificant(Self.mostWork, 2)) are allowed", help: "fewer points or fewer stages")
    }
  }
}
