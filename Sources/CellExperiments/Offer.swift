import Cells
@_exported import Engine
@_exported import Expressions
import Glibc

/// Answers what is asked of experiments that a cell declares, and ends the program where that was all.
///
/// What stands around the cells calls it, after the cell that declares them, so that they see what it defines.
public func _offerExperiments(_ experiments: [any Experiment.Type], ofCell cell: Int) {
  guard let request = CellRequest(_cellRequest()), let reply = request.answer(experiments, ofCell: cell)
  else {
    return
  }
  _answerCellRequest(reply.bytes)
  guard case .run = request else { return }
  _endCells()
  exit(0)
}
