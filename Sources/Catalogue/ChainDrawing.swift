import Engine
import Expressions
import Plotting

/// The drawing of a `{chain}`: each block with its formula and its value, each step with its local derivative.
struct ChainDrawing {
  let blocks: [NamedFormula]
  let inputs: ChainInputs
  let result: ChainResult

  func figure(in context: Context) throws -> Figure {
    let diagram = BlockDiagram(
      blocks: inputBlocks + computedBlocks, arrows: arrows, width: context.figureWidth ?? 640)
    do throws(ChartError) {
      return Figure(svg: try diagram.svg(identifier: context.identifier), description: diagram.description)
    } catch {
      throw LessonError.experiment(error.description)
    }
  }

  private var inputBlocks: [BlockDiagram.Block] {
    inputs.entries.map { entry in
      let name = printed(entry.name.value)
      return BlockDiagram.Block(name: name, formula: name, value: short(entry.value))
    }
  }

  private var computedBlocks: [BlockDiagram.Block] {
    blocks.map { block in
      let name = block.definition.name
      return BlockDiagram.Block(
        name: printed(name), formula: printed("\(name) = \(block.definition.expression.description)"),
        value: result.values.first { $0.name == name }.map { short($0.value) } ?? "")
    }
  }

  /// An arrow from each name to the blocks whose formulas use it, with the derivative through that use alone.
  private var arrows: [BlockDiagram.Arrow] {
    let known = Set(result.values.map(\.name))
    return blocks.flatMap { block -> [BlockDiagram.Arrow] in
      let used = Set(block.definition.expression.names { known.contains($0) }.map(\.name)).intersection(known)
      return used.sorted().map { name in
        let label = localDerivative(of: block, by: name).map { derivative in
          printed("∂\(block.definition.name)/∂\(name) = \(short(derivative))")
        }
        return BlockDiagram.Arrow(
          from: printed(name), to: printed(block.definition.name), label: label ?? "")
      }
    }
  }

  /// The derivative of one block with all names before it held fixed but one: what its own formula does.
  private func localDerivative(of block: NamedFormula, by name: String) -> Value? {
    let before = result.values.prefix { $0.name != block.definition.name }
    let scope = DictionaryScope(
      Dictionary(block.formula.captured.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
    let alone = try? Chain(blocks: [block.definition]).evaluate(at: Array(before), in: scope)
    return alone?.derivative(of: block.definition.name, by: name)
  }

  private func short(_ value: Value) -> String {
    value.formatted(significantDigits: 4)
  }
}
