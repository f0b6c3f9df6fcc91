@_exported import Glibc
@_exported import Mathematics
@_exported import Plotting
