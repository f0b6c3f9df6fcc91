import CellHost
import Engine
import Glibc
import SourceText

// Runs a cell that never ends, for a test that kills it from outside.
// usage: EndlessCell COMMAND CACHE
let path = getenv("PATH").map { String(cString: $0) } ?? ""
let runner = CompilingCellRunner(
  executable: CommandLine.arguments[1], cache: CommandLine.arguments[2], environment: ["PATH": path])
_ = runner.run(CellProgram(cells: [Cell(code: MappedText("while true { sleep(1) }", at: 0))]))
