/// A block of numbers, aligned to the machine's widest vector unit and shared by the tensors that view it.
final class TensorStorage: @unchecked Sendable {
  // Shared storage is never written: a tensor copies it first, unless it is the only one to hold it.
  let numbers: UnsafeMutablePointer<Double>
  let count: Int

  /// Allocates without setting the numbers.
  init(count: Int) {
    self.count = count
    let memory = StoragePool.allocate(bytes: max(count, 1) * 8)
    numbers = memory.bindMemory(to: Double.self, capacity: max(count, 1))
  }

  deinit {
    StoragePool.deallocate(UnsafeMutableRawPointer(numbers), bytes: max(count, 1) * 8)
  }
}
