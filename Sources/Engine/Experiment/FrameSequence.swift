/// The steps that a reader can take through one figure.
///
/// All frames are in the figure's SVG. An element with the attribute `data-frames="2-5"` is shown in those frames,
/// counted from 1, and one without it in all. Where nothing steps, the still is shown: its elements have the attribute
/// `data-still`, and the others that have frames `display="none"`.
public struct FrameSequence: Sendable, Hashable, Codable {
  /// What each frame shows, in a sentence.
  public let captions: [String]
  /// The frame, from 1, that is shown where nothing steps: the last one as a rule.
  public let still: Int

  /// No sequence has more frames: nobody steps through them.
  public static let mostFrames = 200
  /// No figure with frames takes more bytes.
  public static let mostBytes = 300_000

  /// Describes the frames of a figure.
  ///
  /// - Parameter still: the frame that is shown where nothing steps; nil for the last.
  /// - Throws: an `experiment` error where there are too few or too many.
  public init(captions: [String], still: Int? = nil) throws(LessonError) {
    guard captions.count <= Self.mostFrames else {
      throw .experiment("\(captions.count) frames are more than \(Self.mostFrames), the limit")
    }
    let still = still ?? captions.count
    guard (1...max(captions.count, 1)).contains(still), !captions.isEmpty else {
      throw .experiment("there is no frame \(still) among \(captions.count)")
    }
    self.captions = captions
    self.still = still
  }

  private enum CodingKeys: CodingKey {
    case captions, still
  }

  /// Reads a sequence that was stored; throws where it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      captions: try container.decode([String].self, forKey: .captions),
      still: try container.decode(Int.self, forKey: .still))
  }
}

extension Figure {
  /// A picture of a sequence, such as a step of training.
  public struct Frame: Sendable, Hashable {
    /// The picture as one SVG element, of the size of all others and with the same identifier.
    public var svg: String
    /// What it shows, in a sentence.
    public var caption: String

    /// Makes a frame.
    public init(svg: String, caption: String) {
      self.svg = svg
      self.caption = caption
    }
  }

  /// Joins pictures of equal size to one figure that holds what they share once.
  ///
  /// - Parameters:
  ///   - pictures: the frames in order.
  ///   - description: what the whole shows, in words.
  ///   - still: the frame, from 1, that is shown where nothing steps; nil for the last.
  /// - Throws: an `experiment` error where there are no or too many frames, where they differ in size, or where they take
  ///   more than `FrameSequence.mostBytes`.
  public init(frames pictures: [Frame], description: String, still: Int? = nil) throws(LessonError) {
    let sequence = try FrameSequence(captions: pictures.map(\.caption), still: still)
    let svg = try SVGFrames(pictures.map(\.svg), still: sequence.still).joined()
    guard svg.utf8.count <= FrameSequence.mostBytes else {
      throw .experiment(
        "its frames take \(svg.utf8.count) bytes, more than \(FrameSequence.mostBytes), the limit",
        help: "show fewer frames, or draw less in each")
    }
    self.init(svg: svg, description: description, frames: sequence)
  }
}
