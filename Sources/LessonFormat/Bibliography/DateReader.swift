/// Reads dates as the Citation Style Language and Pandoc write them.
enum DateReader {
  /// A date: a year, `2022-03-29`, `date-parts`, `year` with `month` and `day`, or words; nil for all else.
  static func read(_ datum: Datum) -> WorkDate? {
    if let text = datum.scalarText?.text { return date(of: text) }
    if let list = datum.listValue { return list.first.flatMap(read) }
    guard datum.mappingValue != nil else { return nil }
    var date: WorkDate?
    if let parts = datum["date-parts"]?.listValue {
      let first = (parts.first?.listValue ?? parts).map { $0.scalarText?.text ?? "" }
      // Seasons stand where months do.
      date = self.date(of: first) ?? self.date(of: Array(first.prefix(1)))
    } else if let year = datum["year"]?.scalarText?.text {
      let parts = [year, datum["month"]?.scalarText?.text, datum["day"]?.scalarText?.text]
      date = self.date(of: parts.compactMap(\.self))
    } else if let words = (datum["raw"] ?? datum["literal"])?.scalarText?.text {
      date = self.date(of: words)
    }
    if datum["circa"]?.booleanValue == true || datum["circa"]?.numberValue == 1 { date?.isCirca = true }
    return date
  }

  /// A date in one word; words where it cannot be read.
  private static func date(of text: String) -> WorkDate {
    var rest = text[...]
    let isCirca = rest.last == "~" || rest.last == "?"
    if isCirca { rest = rest.dropLast() }
    // Of a period, `2019/2021`, its beginning counts.
    rest = rest.prefix { $0 != "/" }
    let sign = rest.first == "-" ? "-" : ""
    let parts = rest.dropFirst(sign.isEmpty ? 0 : 1).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.enumerated().map { $0 == 0 ? sign + $1 : String($1) }
    var date = self.date(of: numbers) ?? WorkDate()
    if date.year == nil { date.words = text }
    date.isCirca = isCirca && date.year != nil
    return date
  }

  private static func date(of parts: [String]) -> WorkDate? {
    guard let year = parts.first.flatMap(number), (-99_999...99_999).contains(year) else { return nil }
    var date = WorkDate()
    date.year = year
    guard parts.count > 1 else { return date }
    guard let month = number(parts[1]), (1...12).contains(month) else { return nil }
    date.month = month
    guard parts.count > 2 else { return date }
    guard parts.count == 3, let day = number(parts[2]), (1...31).contains(day) else { return nil }
    date.day = day
    return date
  }

  private static func number(_ text: String) -> Int? { text.hasPrefix("+") ? nil : Int(text) }
}
