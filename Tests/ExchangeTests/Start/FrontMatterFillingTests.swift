import Testing

@testable import Exchange

@Suite("Filling front matter")
struct FrontMatterFillingTests {
  private func filled(_ text: String, _ fill: (inout FrontMatterFilling) -> Void) -> String {
    var filling = FrontMatterFilling(text)
    fill(&filling)
    return filling.text
  }

  @Test func keepsTheCommentOfALineInItsColumn() {
    let text = "---\nseverity:        # how bad: SEV1 'worst'\nkind: drill # or not\n---\nBody # no\n"
    #expect(
      filled(text) {
        $0.set("severity", to: "SEV2")
        $0.set("kind", to: "incident")
      } == "---\nseverity: SEV2   # how bad: SEV1 'worst'\nkind: incident  # or not\n---\nBody # no\n")
  }

  @Test func replacesAListOfSeveralLines() {
    #expect(
      filled("---\nservices:\n  - a\n  - b\nteams:\n- c\nid: X\n---\n") {
        $0.set("services", to: ["x"])
        $0.set("teams", to: ["d", "e"])
      } == "---\nservices: [x]\nteams: [d, e]\nid: X\n---\n")
  }

  @Test func putsTheIdBehindTheSchemaAndOtherKeysAtTheEnd() {
    #expect(
      filled("---\nschema: 1\ntitle:\n---\n") {
        $0.set("id", to: "PM-1")
        $0.set("status", to: "draft")
        $0.ask(for: "owner")
        $0.ask(for: "title")
      } == "---\nschema: 1\nid: PM-1\ntitle:\nstatus: draft\nowner:\n---\n")
  }

  @Test func writesTOMLBeforeItsTables() {
    #expect(
      filled("+++\ntitle = \"\"\n[links]\nticket = \"x\"\n+++\n## Timeline\n") {
        $0.set("title", to: "A \"b\"")
        $0.set("services", to: ["a"])
        $0.ask(for: "severity")
      } == "+++\ntitle = \"A \\\"b\\\"\"\nservices = [\"a\"]\n[links]\nticket = \"x\"\n+++\n## Timeline\n")
  }

  @Test func givesATextWithoutFrontMatterABlock() {
    #expect(filled("## Timeline\n") { $0.set("title", to: "A") } == "---\ntitle: A\n---\n\n## Timeline\n")
    #expect(filled("---\nnever closed\n") { $0.set("title", to: "A") } == "---\ntitle: A\n---\n\n---\nnever closed\n")
  }

  @Test func readsCarriageReturnsAndAByteOrderMark() {
    #expect(
      filled("\u{FEFF}---\r\ntitle:\r\n---\r\nBody\r\n") { $0.set("title", to: "A") } == "---\ntitle: A\n---\nBody\n")
  }

  @Test func takesNoKeyForAnotherThatBeginsLikeIt() {
    #expect(filled("---\ntitle_short: x\n---\n") { $0.set("title", to: "A") } == "---\ntitle_short: x\ntitle: A\n---\n")
  }
}
