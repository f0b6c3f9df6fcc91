import Foundation
import FoundationXML
import Testing

/// A report in JUnit's XML, as a reader of XML sees it.
final class XMLReport: NSObject, XMLParserDelegate {
  struct Case {
    var attributes: [String: String]
    /// The element in it, or that it held.
    var outcome = "held"
    var text = ""
    var name: String { attributes["name"] ?? "" }
  }

  private(set) var suites: [[String: String]] = []
  private(set) var cases: [Case] = []
  private var isInOutcome = false

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError)): \(text)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "testsuites": break
    case "testsuite": suites.append(attributes)
    case "testcase": cases.append(Case(attributes: attributes))
    default:
      cases[cases.count - 1].outcome = name
      isInOutcome = true
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInOutcome { cases[cases.count - 1].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInOutcome = false
  }
}

/// A SARIF log of one run.
struct SARIFLog {
  struct Result {
    var rule: String
    var ruleIndex: Int
    var level: String
    var message: String
    var uri: String
    var region: [String: Int]
    var fingerprint: String
  }

  let run: [String: Any]
  let rules: [[String: Any]]
  let results: [Result]

  init(_ text: String) throws {
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(log["version"] as? String == "2.1.0")
    run = try #require(runs.count == 1 ? runs[0] : nil)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    rules = try #require(driver["rules"] as? [[String: Any]])
    results = try #require(run["results"] as? [[String: Any]]).map(Self.result)
  }

  private static func result(_ object: [String: Any]) throws -> Result {
    let locations = try #require(object["locations"] as? [[String: Any]])
    let place = try #require(locations.first?["physicalLocation"] as? [String: Any])
    let file = try #require(place["artifactLocation"] as? [String: String])
    #expect(file["uriBaseId"] == "%SRCROOT%")
    return Result(
      rule: try #require(object["ruleId"] as? String), ruleIndex: try #require(object["ruleIndex"] as? Int),
      level: try #require(object["level"] as? String),
      message: try #require((object["message"] as? [String: String])?["text"]),
      uri: try #require(file["uri"]),
      region: try #require(place["region"] as? [String: Int]),
      fingerprint: try #require((object["partialFingerprints"] as? [String: String])?.values.first))
  }
}
