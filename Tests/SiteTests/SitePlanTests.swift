import Diagnostics
import Site
import Templates
import TestSupport
import Testing

@Suite struct SitePlanTests {
  @Test func bindsEveryBuiltInTemplateWithoutAFlaw() {
    #expect(RenderedSite(sampleCorpus).plan.diagnostics.isEmpty)
  }

  @Test func listsEachPathOnceAndInOrder() {
    let paths = RenderedSite(sampleCorpus).plan.pages.map(\.path)
    #expect(paths == Set(paths).sorted())
  }

  @Test func rendersTheSameBytesEachTime() {
    #expect(RenderedSite(sampleCorpus).pages == RenderedSite(sampleCorpus).pages)
  }

  @Test func makesNoPageWhereATemplateHasAnError() {
    let broken = TemplateLibrary(overrides: ["pages/cause.mustache": Array("{{titel}}".utf8)])
    let plan = RenderedSite(sampleCorpus, templates: broken).plan
    #expect(plan.pages.isEmpty)
    #expect(plan.diagnostics.map(\.rule) == ["unknown-template-name"])
  }

  @Test func rendersWithTheAuthorsTemplateInPlaceOfOurs() throws {
    let own = TemplateLibrary(overrides: ["pages/teams.mustache": Array("<main>\n{{page.title}}!</main>".utf8)])
    #expect(try RenderedSite(sampleCorpus, templates: own).main("teams/index.html") == "\nTeams!")
  }

  @Test func copiesWhatDocumentsLinkAndNothingElse() {
    let corpus = sampleCorpus + "\n-- unused.png --\n\n"
    #expect(RenderedSite(corpus).plan.copies.map(\.inputPath) == ["graph.png"])
  }

  @Test func carriesStylesheetAndScripts() {
    let paths = RenderedSite(sampleCorpus).plan.assets.map(\.path)
    #expect(paths.contains("assets/style.css") && paths.contains("assets/site.js"))
  }

  @Test func leadsFromAnAliasToThePresentAddress() throws {
    let page = try RenderedSite(sampleCorpus).page("incidents/old-7/index.html")
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../incidents/pm-2/index.html\">"))
  }

  @Test func neverLetsAnAliasTakeAnAddressInUse() throws {
    let site = RenderedSite(
      "-- a.md --\n---\nid: A\naliases: [B]\n---\n-- b.md --\n---\nid: B\ntitle: The true B\n---\n")
    #expect(try site.main("incidents/b/index.html").contains(">The true B</h1>"))
  }

  @Test func givesAYearsArchiveAnotherAddressWhereAPostMortemHasTheYearAsItsID() throws {
    let site = RenderedSite("-- a.md --\n---\nid: 2024\nstarted: 2024-05-01T10:00Z\ntitle: Odd\n---\n")
    #expect(try site.main("incidents/2024/index.html").contains(">Odd</h1>"))
    #expect(try site.main("incidents/year-2024/index.html").contains("Incidents of 2024"))
  }

  @Test func makesASiteOfNothing() throws {
    let site = RenderedSite("-- debrief.yml --\ntitle: New\n")
    #expect(try site.main("index.html").contains("There is no post-mortem yet."))
  }
}
