import Engine

/// Reads the entries of a file and, where some fail, throws their errors at once: so many as somebody may read.
func collectingFirstErrors<Element, Result>(
  _ elements: some Sequence<Element>, _ read: (Element) throws -> Result
) throws -> [Result] {
  var results: [Result] = []
  var errors: [LessonError] = []
  for element in elements where errors.count < 100 {
    do {
      results.append(try read(element))
    } catch let error as LessonError {
      errors.append(error)
    } catch let several as LessonErrors {
      errors += several.errors
    }
  }
  guard errors.isEmpty else { throw LessonErrors(errors) }
  return results
}
