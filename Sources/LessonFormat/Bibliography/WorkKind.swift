/// The kinds of works that the Citation Style Language knows.
public enum WorkKind: String, Sendable, CaseIterable {
  case article
  case articleJournal = "article-journal"
  case articleMagazine = "article-magazine"
  case articleNewspaper = "article-newspaper"
  case bill, book, broadcast, chapter, classic, collection, dataset, document, entry
  case entryDictionary = "entry-dictionary"
  case entryEncyclopedia = "entry-encyclopedia"
  case event, figure, graphic, hearing, interview
  case legalCase = "legal_case"
  case legislation, manuscript, map
  case motionPicture = "motion_picture"
  case musicalScore = "musical_score"
  case pamphlet
  case paperConference = "paper-conference"
  case patent, performance, periodical
  case personalCommunication = "personal_communication"
  case post
  case postWeblog = "post-weblog"
  case regulation, report, review
  case reviewBook = "review-book"
  case software, song, speech, standard, thesis, treaty, webpage
}
