import Gradus

/// The whole command, with one experiment more.
@main struct PendulumCourse {
  static func main() async {
    await Gradus.main(adding: [Pendulum.self])
  }
}
