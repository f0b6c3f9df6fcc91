import SourceText

/// The objects of a SARIF log, as far as they are written, under the format's own names.
enum SARIF {
  struct Log: Encodable {
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case version, runs
      case schema = "$schema"
    }
  }

  struct Run: Encodable {
    var tool = ["driver": Driver()]
    /// Columns count Unicode scalars, as in every report.
    var columnKind = "unicodeCodePoints"
    var newlineSequences = ["\r\n", "\n", "\r"]
    var originalUriBaseIds = [Artifact.root: BaseFolder()]
    var results: [Result]
  }

  struct Driver: Encodable {
    var name = "Gradus"
    var semanticVersion = Gradus.configuration.version
    var rules = DiagnosticCode.allCases.map(Rule.init)
  }

  struct Rule: Encodable {
    var id: String
    var name: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Message
    var defaultConfiguration = ["level": "error"]
  }

  /// The folder that paths start from.
  ///
  /// Where it is on this machine is left out: a log says the same wherever the course was checked.
  struct BaseFolder: Encodable {
    var description = Message("The top of the repository that holds the course.")
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var relatedLocations: [Location]?
    var partialFingerprints: [String: String]
  }

  struct Message: Encodable {
    var text: String

    /// A message that is only text: what looks like a link of Markdown would be one.
    init(_ text: String) {
      self.text = text.replacing("](", with: "\\](")
    }
  }

  struct Location: Encodable {
    struct Physical: Encodable {
      var artifactLocation: Artifact
      var region: Region
    }

    var physicalLocation: Physical
    var message: Message?

    init(path: String, region: Region, message: Message? = nil) {
      physicalLocation = Physical(artifactLocation: Artifact(path: path), region: region)
      self.message = message
    }
  }

  struct Artifact: Encodable {
    static let root = "%SRCROOT%"

    var uri: String
    var uriBaseId = Self.root

    init(path: String) {
      uri = percentEncoded(path)
    }
  }

  /// A stretch of a file; the last column is the one after it, as in a diagnostic.
  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int?
    var endColumn: Int?

    init(_ start: Position, _ end: Position? = nil) {
      (startLine, startColumn) = (start.line, start.column)
      (endLine, endColumn) = (end?.line, end?.column)
    }
  }
}

/// A relative path as a URI reference: everything but letters, digits, `-._~` and the slashes is encoded.
func percentEncoded(_ path: String) -> String {
  let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
  let digits = Array("0123456789ABCDEF".utf8)
  let bytes = path.utf8.flatMap { byte in
    plain.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
  return String(decoding: bytes, as: UTF8.self)
}
