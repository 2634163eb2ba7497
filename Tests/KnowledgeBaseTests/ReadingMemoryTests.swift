import Diagnostics
import KnowledgeBase
import Markdown
import PostMortems
import TestSupport
import Testing

/// What is remembered of documents gives what reading them again gives.
@Suite("Memory of readings")
struct ReadingMemoryTests {
  private static let template = "Please keep the kubespawner section blameless and thank the orphaned pods team."

  private func draft(_ path: String, _ text: String) -> PostMortemDraft {
    DraftReader.read(DocumentParser.parse(SourceFile(path: path, text: text)), settings: Settings())
  }

  private func related(_ drafts: [PostMortemDraft], _ memory: ReadingMemory) -> [[Double]] {
    let base = KnowledgeBase(
      drafts: drafts, causes: [], plan: [], settings: Settings(), asOf: Corpus.today, search: .onDemand(memory))
    return base.postMortems.indices.map { base.related.similar(to: $0, limit: 20).map(\.score) }
  }

  /// Documents on a few subjects, of which the first so many hold a sentence of a template.
  private func drafts(withTemplate count: Int) -> [PostMortemDraft] {
    let subjects = [
      "lost its watch on the reflector", "ran out of inotify handles", "served a certificate of last year",
    ]
    return (0..<9).map { number in
      draft(
        "\(number).md",
        "# Incident \(number)\n\nThe kubespawner \(subjects[number % 3]), and orphaned pods stayed.\n\n"
          + (number < count ? Self.template : "Nothing else was seen.") + "\n")
    }
  }

  @Test func keepsNothingThatATemplateMakesUntrue() {
    let memory = ReadingMemory()
    let early = drafts(withTemplate: 2)
    let late = drafts(withTemplate: 6)
    let first = related(early, memory)
    #expect(first == related(early, ReadingMemory()))
    // The same documents beside others: the sentence has become a template's.
    let mixed = Array(early.prefix(2) + late.dropFirst(2))
    let second = related(mixed, memory)
    #expect(second == related(mixed, ReadingMemory()))
    #expect(second != first)
    #expect(related(early, memory) == first)
  }
}
