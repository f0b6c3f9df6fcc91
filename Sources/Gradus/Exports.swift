// Everything that a package needs to add experiments to the command: one import.
@_exported import Engine
@_exported import Expressions
@_exported import GradusCommand
@_exported import Mathematics
@_exported import Plotting
