import Diagnostics
import Language
import Site
import Templates
import Testing

/// A whole site in another language.
struct SiteLanguageTests {
  @Test(arguments: ["de", "fr"])
  func knowsEveryWordOfABuiltInLanguage(code: String) throws {
    let reading = try #require(TemplateLibrary().language(code))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.language.code == code)
  }

  @Test func leavesEnglishToTheProgram() throws {
    #expect(try #require(TemplateLibrary().language("en")).language.isBuiltInEnglish)
    #expect(TemplateLibrary().languageCodes == ["de", "en", "fr"])
    #expect(TemplateLibrary().language("xx") == nil)
  }

  @Test func saysItsPagesInGerman() throws {
    let site = RenderedSite(sampleCorpus, language: try #require(TemplateLibrary().language("de")))
    let home = try site.page("index.html")
    #expect(home.contains("<html lang=\"de\">"))
    #expect(home.contains("Was sehen Sie?"))
    let page = try site.page("incidents/pm-2/index.html")
    #expect(page.contains("3. Februar 2026, 13:42 UTC") || page.contains("3. Februar 2026"))
    #expect(page.contains("<dt>Grundursachen</dt>"))
    #expect(page.contains("Every request waited for a processor."))
  }

  @Test func saysItsTrendsInGermanAndItsDataInEnglish() throws {
    let site = RenderedSite(sampleCorpus, language: try #require(TemplateLibrary().language("de")))
    let trends = try site.page("trends/index.html")
    #expect(trends.contains("Was tat weh?") && !trends.contains("What hurt?"))
    #expect(try site.page("trends/is-the-process-healthy.html").contains("Pflichtfeldern"))
    #expect(try site.page("trends/metrics.json").contains("\"all services\""))
  }

  @Test func standsOnTheBuiltInLanguageOfTheSameCode() throws {
    let own = "language: de\nwords:\n  \"Home\": \"Anfang\"\n"
    let library = TemplateLibrary(overrides: ["language/de.yml": Array(own.utf8)])
    let reading = try #require(library.language("de"))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.language.text("Home") == "Anfang")
    #expect(reading.language.text("Incidents") == "Vorfälle")
  }

  @Test func runsFromRightToLeft() throws {
    let own = "language: he\ndir: rtl\nwords:\n  \"Home\": \"בית\"\n"
    let library = TemplateLibrary(overrides: ["language/he.yml": Array(own.utf8)])
    let site = RenderedSite(sampleCorpus, templates: library, language: try #require(library.language("he")))
    #expect(try site.page("causes/index.html").contains("<html lang=\"he\" dir=\"rtl\">"))
    #expect(try site.page("causes/index.html").contains(">בית</a>"))
  }

  @Test func makesNoPageFromAFileWithErrors() throws {
    let library = TemplateLibrary(overrides: ["language/xx.yml": Array("words:\n  \"Hmoe\": x\n".utf8)])
    let site = RenderedSite(sampleCorpus, templates: library, language: try #require(library.language("xx")))
    #expect(site.pages.isEmpty)
    #expect(site.plan.diagnostics.contains { $0.file == "templates/language/xx.yml" && $0.start.line == 2 })
  }
}
