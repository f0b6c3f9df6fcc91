import Engine

/// The experiments that come with Gradus.
public enum Catalogue {
  /// Every experiment, one file each.
  public static let experiments: [any Experiment.Type] = [
    TableExperiment.self, Softmax.self, ChainExperiment.self, GraphExperiment.self, PlotExperiment.self,
    FitExperiment.self, FrontierExperiment.self, DerivationExperiment.self, TrainExperiment.self,
    SampleExperiment.self, SliceExperiment.self, SeparateExperiment.self, GradientExperiment.self,
    LandscapeExperiment.self, SentencesExperiment.self, TransformerExperiment.self, AttentionExperiment.self,
    GradientsExperiment.self, StatesExperiment.self, UMAPExperiment.self, MarkovExperiment.self,
    NGramExperiment.self, PredictorExperiment.self, ArithmeticExperiment.self, SpacingExperiment.self,
    InterpolationExperiment.self, DimensionExperiment.self, DigitsExperiment.self, ImagesExperiment.self,
    EmbeddingExperiment.self,
  ]
}
