internal import PostMortems
internal import Synchronization

/// What was read in documents for their likeness, kept for the next knowledge base that holds the same ones.
///
/// A document that was not parsed anew is the same object. What is read in it depends on nothing else but on which of its
/// sentences are a template's, and both are compared.
package final class ReadingMemory: Sendable {
  private struct Entry {
    let draft: PostMortemDraft
    let sentences: [UInt64]
    var skipped: [UInt64] = []
    var reading: IncidentReading?
  }

  private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

  package init() {}

  /// The distinct hashes of a draft's sentences.
  func sentences(of draft: PostMortemDraft) -> [UInt64] {
    if let known = entries.withLock({ $0[ObjectIdentifier(draft)]?.sentences }) { return known }
    let sentences = Boilerplate.sentences(of: draft)
    entries.withLock { $0[ObjectIdentifier(draft)] = Entry(draft: draft, sentences: sentences) }
    return sentences
  }

  func reading(of draft: PostMortemDraft, boilerplate: Boilerplate) -> IncidentReading {
    let known = entries.withLock { $0[ObjectIdentifier(draft)] }
    let skipped = (known?.sentences ?? []).filter(boilerplate.contains)
    if let known, let reading = known.reading, known.skipped == skipped { return reading }
    let reading = IncidentReading(draft, boilerplate: boilerplate)
    entries.withLock { entries in
      entries[ObjectIdentifier(draft)]?.skipped = skipped
      entries[ObjectIdentifier(draft)]?.reading = reading
    }
    return reading
  }

  /// Forgets all documents but these.
  func keep(_ drafts: [PostMortemDraft]) {
    let present = Set(drafts.map(ObjectIdentifier.init))
    entries.withLock { entries in entries = entries.filter { present.contains($0.key) } }
  }
}
