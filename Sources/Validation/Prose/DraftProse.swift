internal import PostMortems
internal import Synchronization

/// The prose of one post-mortem as many rules read it: every block is cut into sentences at most once, and only where
/// some rule has a word in it.
final class DraftProse: Sendable {
  private let draft: PostMortemDraft
  private let reader: ProseReader
  private let outlines: [Outline]
  private let read: Mutex<[ProseBlock?]>

  /// A block that is not read yet.
  private struct Outline: Sendable {
    let node: Int
    /// Whether it lies in a list of people or of sources.
    let isInList: Bool
    let words: WordSlots
  }

  init(_ draft: PostMortemDraft) {
    let reader = ProseReader(document: draft.document)
    let lists = draft.sections.filter { $0.role == .people || $0.role == .references }.map(\.content)
    let outlines = reader.blocks.map { node in
      Outline(
        node: node, isInList: lists.contains { $0.contains(node) }, words: WordSlots(reader.runs(of: node)))
    }
    read = Mutex([ProseBlock?](repeating: nil, count: outlines.count))
    (self.draft, self.reader, self.outlines) = (draft, reader, outlines)
  }

  func isOf(_ other: PostMortemDraft) -> Bool { draft === other }

  /// The blocks that may hold one of the words; lists of people and of sources are asked for.
  func blocks(with triggers: TriggerWords, inLists: Bool) -> [ProseBlock] {
    read.withLock { read in
      outlines.indices.compactMap { index in
        let outline = outlines[index]
        guard inLists || !outline.isInList, triggers.mayOccur(in: outline.words) else { return nil }
        if let block = read[index] { return block }
        let block = reader.read(outline.node)
        read[index] = block
        return block
      }
    }
  }
}

extension RuleContext {
  /// The same for the rules that look at one post-mortem, which share what they read of it.
  func reading(_ draft: PostMortemDraft) -> RuleContext {
    var context = self
    context.prose = DraftProse(draft)
    return context
  }

  /// The blocks of a post-mortem that may hold one of the words.
  func prose(of draft: PostMortemDraft, with triggers: TriggerWords, inLists: Bool = false) -> [ProseBlock] {
    let shared = prose.flatMap { $0.isOf(draft) ? $0 : nil }
    return (shared ?? DraftProse(draft)).blocks(with: triggers, inLists: inLists)
  }
}
