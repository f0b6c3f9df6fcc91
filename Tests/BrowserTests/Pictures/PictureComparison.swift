/// How far two pictures are from each other, in steps of 255, when each is averaged over blocks of its pixels.
///
/// What differs between two ways to draw the same letters averages out; a line that moved, a colour or a gap does not.
struct PictureComparison: Decodable, CustomStringConvertible {
  /// The mean over all blocks.
  let mean: Double
  /// That of the worst block.
  let worst: Double
  /// Where the worst block is.
  let place: String
  let isSameSize: Bool

  var description: String {
    isSameSize ? "mean \(mean), worst \(worst) at \(place)" : "the sizes differ: \(place)"
  }

  /// Limits between what fonts, hinting and antialiasing do and what a change of the theme does: see
  /// `PictureTests`, which draws both.
  var isClose: Bool { isSameSize && mean < 1.5 && worst < 48 }

  /// Compares two PNGs within a browser, which reads them.
  init(_ browser: Browser, _ one: String, _ other: String) async throws {
    self = try await browser.runAsynchronously(Self.script, .text(one), .text(other))
  }

  private static let script = """
    const [one, other, done] = arguments;
    const size = 8;
    const read = async (text) => {
      const image = new Image();
      image.src = `data:image/png;base64,${text}`;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const brush = canvas.getContext("2d", { willReadFrequently: true });
      brush.drawImage(image, 0, 0);
      const { data } = brush.getImageData(0, 0, width, height);
      const across = Math.ceil(width / size);
      const blocks = Array.from({ length: across * Math.ceil(height / size) }, () => [0, 0, 0, 0]);
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const block = blocks[Math.floor(y / size) * across + Math.floor(x / size)];
          for (let part = 0; part < 3; part += 1) block[part] += data[4 * (y * width + x) + part];
          block[3] += 1;
        }
      }
      return { width, height, across, blocks: blocks.map(([r, g, b, count]) => [r / count, g / count, b / count]) };
    };
    Promise.all([read(one), read(other)]).then(([a, b]) => {
      const isSameSize = a.width === b.width && a.height === b.height;
      if (!isSameSize) {
        return done({ isSameSize, mean: 255, worst: 255, place: `${a.width} × ${a.height}, ${b.width} × ${b.height}` });
      }
      const distances = a.blocks.map((block, index) =>
        Math.max(...block.map((part, place) => Math.abs(part - b.blocks[index][place]))));
      const worst = Math.max(...distances);
      const index = distances.indexOf(worst);
      done({
        isSameSize, worst, mean: distances.reduce((sum, distance) => sum + distance, 0) / distances.length,
        place: `${(index % a.across) * size}, ${Math.floor(index / a.across) * size}`,
      });
    });
    """
}
