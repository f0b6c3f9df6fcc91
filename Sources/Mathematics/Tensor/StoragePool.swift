import Synchronization

/// Large blocks of memory that were freed and are kept for the next tensor of the same size.
///
/// Memory fresh from the system is cleared page by page when it is first touched, which takes as long as the
/// arithmetic on it. Computations ask for the same sizes again and again.
enum StoragePool {
  /// Blocks from this size on are kept; the system's allocator keeps smaller ones itself.
  static let smallestBytes = 1 << 18
  /// How much is kept at most.
  static let capacityBytes = 1 << 27

  private struct Blocks: ~Copyable, @unchecked Sendable {
    var bySize: [Int: [UnsafeMutableRawPointer]] = [:]
    var bytes = 0

    mutating func take(_ size: Int) -> UnsafeMutableRawPointer? {
      let block = bySize[size]?.popLast()
      if block != nil { bytes -= size }
      return block
    }

    /// Sizes that are no longer asked for must not fill the pool for ever: where it is full, it begins anew.
    mutating func put(_ block: UnsafeMutableRawPointer, _ size: Int) {
      if bytes + size > StoragePool.capacityBytes { removeAll() }
      guard bytes + size <= StoragePool.capacityBytes else { return block.deallocate() }
      bySize[size, default: []].append(block)
      bytes += size
    }

    private mutating func removeAll() {
      for block in bySize.values.joined() { block.deallocate() }
      bySize = [:]
      bytes = 0
    }
  }

  private static let blocks = Mutex(Blocks())

  /// A block aligned to the widest vector unit, with whatever was in it.
  static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
    let kept = bytes < smallestBytes ? 0 : blocks.withLock { UInt(bitPattern: $0.take(bytes)) }
    return UnsafeMutableRawPointer(bitPattern: kept) ?? .allocate(byteCount: bytes, alignment: 64)
  }

  /// Gives a block back.
  static func deallocate(_ block: UnsafeMutableRawPointer, bytes: Int) {
    guard bytes >= smallestBytes else { return block.deallocate() }
    let address = UInt(bitPattern: block)
    blocks.withLock { blocks in
      if let block = UnsafeMutableRawPointer(bitPattern: address) { blocks.put(block, bytes) }
    }
  }
}
