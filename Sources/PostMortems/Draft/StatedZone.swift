package import Diagnostics
internal import Markdown

extension PostMortemDraft {
  /// Whether the zone of a moment of the front matter is known: written with it, or stated by the document or by the
  /// settings. A day needs none. Where it is not, the moment was read as if it were UTC.
  package func hasZone(_ moment: Located<Instant>, settings: Settings) -> Bool {
    guard moment.value.precision != .day, fields.timezone == nil, settings.timezone == nil else { return true }
    let text = document.source.text(moment.span).filter { $0 != "\"" && $0 != "'" }
    return TimeReader.readInstant(text, defaultZone: nil)?.hasZone ?? true
  }
}
