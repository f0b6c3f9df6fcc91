/// Begins the program; what stands around the cells calls it.
public func _startCells() { CellSession.shared.start() }

/// Begins a cell, counted from 0; what stands around the cells calls it.
public func _beginCell(_ cell: Int) { CellSession.shared.begin(cell) }

/// Ends the program; what stands around the cells calls it.
public func _endCells() { CellSession.shared.end() }

/// What is asked of the program instead of running to its end; what stands around the cells calls it.
public func _cellRequest() -> [UInt8] { CellSession.shared.request }

/// Answers what is asked; what stands around the cells calls it.
public func _answerCellRequest(_ reply: [UInt8]) { send(.reply(reply)) }

/// Shows the value of the expression that a cell ends in; what stands around the cells calls it.
public func _showCellValue<Shown>(_ value: Shown) { show(value) }
