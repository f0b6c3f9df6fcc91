import GradusCommand

@main
struct Main {
  static func main() async {
    await Gradus.main()
  }
}
