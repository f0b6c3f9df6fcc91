import Engine

/// The experiments that come with Gradus.
public enum Catalogue {
  /// Every experiment, one file each.
  public static let experiments: [any Experiment.Type] = [
<<<<<<< HEAD
    ChainExperiment.self, FitExperiment.self, PlotExperiment.self, Softmax.self, TableExperiment.self,
=======
    ChainExperiment.self, GraphExperiment.self, PlotExperiment.self, Softmax.self, TableExperiment.self,
>>>>>>> graph
  ]
}
