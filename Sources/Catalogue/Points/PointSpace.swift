/// The space in which random points lie.
enum PointSpace: String, ChoiceParameter {
  /// What leaves at one side comes back at the other: there are no edges.
  case torus
  case cube
}
