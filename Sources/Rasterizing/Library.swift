import Glibc

/// The functions of librsvg and of cairo, on which it draws, that are used here.
struct Library: Sendable {
  typealias Surface = OpaquePointer?
  typealias Writer = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> Int32

  let makeSurface: @convention(c) (Int32, Int32, Int32) -> Surface
  let surfaceStatus: @convention(c) (Surface) -> Int32
  let releaseSurface: @convention(c) (Surface) -> Void
  let makeContext: @convention(c) (Surface) -> OpaquePointer?
  let releaseContext: @convention(c) (OpaquePointer?) -> Void
  let writePNG: @convention(c) (Surface, Writer, UnsafeMutableRawPointer?) -> Int32
  let readDrawing: @convention(c) (UnsafePointer<UInt8>?, Int, UnsafeMutableRawPointer?) -> OpaquePointer?
  let draw:
    @convention(c) (OpaquePointer?, OpaquePointer?, UnsafePointer<Double>?, UnsafeMutableRawPointer?) -> Int32
  let releaseObject: @convention(c) (OpaquePointer?) -> Void

  /// Cairo's `CAIRO_FORMAT_RGB24`.
  static let opaque: Int32 = 1

  /// The library, loaded once.
  static let shared = Result { () throws(RasterizerError) in try Library() }

  private static let file = "librsvg-2.so.2"

  private init() throws(RasterizerError) {
    guard let handle = dlopen(Self.file, RTLD_NOW | RTLD_LOCAL) else {
      throw RasterizerError(description: "\(Self.file) cannot be loaded; Debian's package librsvg2-2 has it")
    }
    let symbols = Symbols(handle: handle)
    makeSurface = try symbols["cairo_image_surface_create"]
    surfaceStatus = try symbols["cairo_surface_status"]
    releaseSurface = try symbols["cairo_surface_destroy"]
    makeContext = try symbols["cairo_create"]
    releaseContext = try symbols["cairo_destroy"]
    writePNG = try symbols["cairo_surface_write_to_png_stream"]
    readDrawing = try symbols["rsvg_handle_new_from_data"]
    draw = try symbols["rsvg_handle_render_document"]
    releaseObject = try symbols["g_object_unref"]
  }
}

/// Finds functions in a library that was loaded, and in those that it needs.
private struct Symbols {
  let handle: UnsafeMutableRawPointer

  subscript<Function>(name: String) -> Function {
    get throws(RasterizerError) {
      guard let symbol = dlsym(handle, name) else {
        throw RasterizerError(description: "librsvg has no \(name); it is older than 2.46")
      }
      return unsafeBitCast(symbol, to: Function.self)
    }
  }
}
