import Diagnostics
import KnowledgeBase
import PostMortems
import TestSupport
import Testing
import Validation

/// A finding's place is the author's own words, whatever markup stands between them.
@Suite("Places in prose")
struct ProsePlacesTests {
  private func excerpt(_ text: String) -> [String] {
    let knowledgeBase = Corpus(text).knowledgeBase()
    let context = RuleContext(knowledgeBase)
    guard let rule = RuleCatalogue.rule("blame") as? any PostMortemRule else { return [] }
    return knowledgeBase.postMortems.flatMap { postMortem in
      rule.findings(in: postMortem.draft, context: context).map { postMortem.draft.source.text($0.span) }
    }
  }

  @Test func coversEmphasisBetweenTheWords() {
    #expect(excerpt("The **on-call** _engineer_ forgot to look.\n") == ["The **on-call** _engineer_ forgot to look"])
  }

  @Test func followsASentenceOverALineBreakInAList() {
    #expect(excerpt("- First.\n\n  The engineer\n  forgot to look.\n") == ["The engineer\n  forgot to look"])
  }

  @Test func findsTheSecondOfTwoEqualPhrases() {
    let text = "\"The admin forgot to look\" was said. The admin forgot to look.\n"
    #expect(excerpt(text) == ["The admin forgot to look"])
  }

  @Test func skipsEscapesAndEntities() {
    #expect(excerpt("A &amp; B \\_ C: the admin forgot to look\\.\n") == ["the admin forgot to look"])
  }

  @Test func readsCurlyApostrophes() {
    #expect(excerpt("The engineer didn’t bother to look.\n") == ["The engineer didn’t bother"])
  }

  @Test func leavesWordsStruckOutAlone() {
    #expect(excerpt("~~The admin forgot to look.~~ The page was late.\n") == [])
  }

  @Test func readsTheTextOfALinkAndNotItsAddress() {
    #expect(excerpt("See [the admin forgot](https://example.org/the-admin-forgot).\n") == ["the admin forgot"])
  }

  @Test func findsAWordRightBehindADash() {
    #expect(excerpt("All was ready—the admin forgot—and then it rained.\n") == ["the admin forgot"])
  }
}
