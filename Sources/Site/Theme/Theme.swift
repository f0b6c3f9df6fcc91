/// What pages look like: the texts of templates, and the files that pages need beside them.
public struct Theme: Sendable {
  /// The text of each template by its name, without `.mustache`.
  public let templates: [String: String]
  /// Style sheets, scripts and fonts by their paths in the site, which begin with `assets/`.
  public let assets: [String: [UInt8]]
  let compiledTemplates: Templates

  /// Makes a theme; throws where a template is missing or cannot be read.
  public init(templates: [String: String], assets: [String: [UInt8]]) throws(ThemeError) {
    self.templates = templates
    self.assets = assets
    compiledTemplates = try Templates(templates)
  }
}
