/// What pages look like: the texts of templates, and the files that pages need beside them.
public struct Theme: Sendable {
  /// The text of each template by its name, without `.mustache`.
  public var templates: [String: String]
  /// Style sheets, scripts and fonts by their paths in the site, which begin with `assets/`.
  public var assets: [String: [UInt8]]

  /// Makes a theme.
  public init(templates: [String: String], assets: [String: [UInt8]]) {
    self.templates = templates
    self.assets = assets
  }
}
