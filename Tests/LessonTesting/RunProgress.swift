import Engine

/// What a run tells, under a name that Foundation does not have.
public typealias RunProgress = Progress
