import Diagnostics
import Foundation
import KnowledgeBase
import PostMortems
import Site
import TestSupport
import Testing

@testable import Pipeline

@Suite("Beginning a knowledge base")
struct KnowledgeBaseStarterTests {
  private func start(_ folder: TemporaryFolder, _ path: String = "", skeletons: Bool = false) async throws
    -> KnowledgeBaseStarter.Report
  {
    try await KnowledgeBaseStarter("\(folder.path)/\(path)", copiesSkeletons: skeletons).start()
  }

  private func options(_ folder: TemporaryFolder, _ input: String = "postmortems") -> InputOptions {
    InputOptions(input: "\(folder.path)/\(input)", config: "\(folder.path)/debrief.yml", asOf: Corpus.today, jobs: 2)
  }

  private func contents(_ folder: TemporaryFolder) -> [String: String?] {
    Dictionary(uniqueKeysWithValues: folder.files().map { ($0, folder.read($0)) })
  }

  @Test func makesAnEmptyFolderAKnowledgeBaseWithoutAFinding() async throws {
    let folder = try TemporaryFolder()
    let report = try await start(folder)
    #expect(
      report.written == [
        ".github/workflows/post-mortems.yml", ".gitignore", ".gitlab-ci.yml", ".pre-commit-config.yaml", "debrief.yml",
        "postmortems/2017-07-11-docs-python-org-expired-certificate.md", "postmortems/causes/expired-certificate.md",
        "postmortems/plan/communication.md", "postmortems/plan/roles.md", "postmortems/plan/severity-scale.md",
        "postmortems/plan/when-a-post-mortem-is-due.md",
      ])
    #expect(report.written == folder.files())
    let build = try Build(BuildOptions(input: options(folder), output: "\(folder.path)/site")).run()
    #expect(build.reading?.settings.diagnostics.isEmpty == true)
    #expect(build.reading?.diagnostics.map(\.rule) == [])
    #expect(build.skipped == [])
    #expect(folder.read("site/plan/roles/index.html")?.contains("Incident commander") == true)
    #expect(folder.read("site/causes/expired-certificate/index.html") != nil)
  }

  @Test func leavesNoBlankInWhatItWrites() async throws {
    let folder = try TemporaryFolder()
    for file in try await start(folder).written {
      let text = try #require(folder.read(file))
      #expect(text.firstMatch(of: /@[A-Z_]+@/) == nil, "\(file)")
      #expect(text.hasSuffix("\n") && text.utf8.count > 5, "\(file)")
      guard file.hasSuffix("ml") else { continue }
      let findings = SettingsReader.read(SourceFile(path: file, text: text)).findings
      #expect(findings.allSatisfy { $0.rule == "invalid-settings" && $0.message.contains("is not known") }, "\(file)")
    }
  }

  @Test func writesNothingASecondTime() async throws {
    let folder = try TemporaryFolder()
    _ = try await start(folder, skeletons: true)
    let before = contents(folder)
    let second = try await start(folder, skeletons: true)
    #expect(second.written == [])
    #expect(second.left.allSatisfy { $0.advice.isEmpty })
    #expect(contents(folder) == before)
  }

  @Test func doesNotBringBackWhatItsOwnerRemoved() async throws {
    let folder = try TemporaryFolder()
    _ = try await start(folder)
    for file in ["2017-07-11-docs-python-org-expired-certificate.md", "causes/expired-certificate.md", "plan/roles.md"]
    {
      try FileManager.default.removeItem(atPath: "\(folder.path)/postmortems/\(file)")
    }
    #expect(try await start(folder).written == [])
  }

  @Test func changesNoFileThatIsThereAndSaysWhatToAdd() async throws {
    let folder = try TemporaryFolder()
    try folder.write("website\n", to: ".gitignore")
    try folder.write("stages: [test]\n", to: ".gitlab-ci.yml")
    try folder.write("repos: []\n", to: ".pre-commit-config.yaml")
    try folder.write("# Shop\n", to: "README.md")
    let before = contents(folder)
    let report = try await start(folder)
    for (file, text) in before { #expect(folder.read(file) == text, "\(file)") }
    #expect(
      report.left.map { "\($0.file): \($0.advice)" } == [
        ".gitignore: add the line '/site/'",
        ".pre-commit-config.yaml: add a local hook with 'entry: debrief check', 'language: system', 'pass_filenames: false'",
        ".gitlab-ci.yml: add 'include: .gitlab/post-mortems.gitlab-ci.yml'",
      ])
    #expect(report.written.contains(".gitlab/post-mortems.gitlab-ci.yml"))
  }

  @Test func takesInPostMortemsThatLieElsewhere() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "# Disk full\n\n## Timeline\n\n- 2021-03-01 10:00 UTC down\n\n## Root cause\n\nA disk.\n\n## Actions\n\n- Alert\n",
      to: "docs/postmortems/2021/disk.md")
    try folder.write("# How we do it\n", to: "docs/handbook.md")
    let report = try await start(folder)
    #expect(report.input == "docs/postmortems")
    #expect(report.documents == 1)
    #expect(!report.written.contains { $0.contains("causes") || $0.contains("2017") })
    #expect(report.written.contains("docs/postmortems/plan/roles.md"))
    #expect(try SettingsLocator.load("\(folder.path)/debrief.yml").settings.input == "docs/postmortems")
    #expect(InputFolder.standard(config: "\(folder.path)/debrief.yml").hasSuffix("/docs/postmortems"))
    #expect(try Reading.read(options(folder, report.input)).knowledgeBase.postMortems.map(\.file) == ["2021/disk.md"])
    #expect(folder.read(".github/workflows/post-mortems.yml")?.contains("\"docs/postmortems/**\"") == true)
    #expect(try await start(folder).written == [])
  }

  @Test func knowsPostMortemsByTheirSectionsInAFolderOfAnyName() async throws {
    let folder = try TemporaryFolder()
    let text = "# A\n\n## Timeline\n\n## Root cause\n\n## Impact\n\n## Action items\n"
    try folder.write(text, to: "wiki/learning/a.md")
    try folder.write(text, to: "wiki/learning/b.md")
    try folder.write(text, to: "node_modules/x/c.md")
    try folder.write(text, to: "wiki/template.md")
    #expect(PostMortemFinder.find(in: folder.path) == [PostMortemFinder.Found(folder: "wiki/learning", documents: 2)])
    #expect(try await start(folder).input == "wiki/learning")
  }

  @Test func readsSettingsThatLieInTheInput() async throws {
    let folder = try TemporaryFolder()
    try folder.write("title: Ours\n", to: "postmortems/debrief.yml")
    try folder.write("# A\n", to: "postmortems/a.md")
    let report = try await start(folder)
    #expect(!report.written.contains("debrief.yml"))
    #expect(report.left.contains(KnowledgeBaseStarter.LeftFile(file: "postmortems/debrief.yml", advice: "")))
  }

  @Test func refusesSettingsThatItCannotUse() async throws {
    let folder = try TemporaryFolder()
    try folder.write("titel: Ours\n", to: "debrief.yml")
    await #expect(throws: UnusableSettings.self) { try await start(folder) }
    #expect(folder.files() == ["debrief.yml"])
  }

  @Test func writesAutomationAtTheTopOfARepositoryOnly() async throws {
    let folder = try TemporaryFolder()
    _ = try await Git.run(["init", "--quiet", "--initial-branch=trunk"], in: folder.path)
    _ = try await Git.run(["remote", "add", "origin", "git@github.com:acme/shop-api.git"], in: folder.path)
    let below = try await start(folder, "ops")
    #expect(!below.written.contains { $0.hasPrefix(".github") || $0.hasPrefix(".pre") || $0.hasPrefix(".gitlab") })
    #expect(below.left.count == 2)
    try FileManager.default.removeItem(atPath: "\(folder.path)/ops")

    let top = try await start(folder)
    #expect(top.written.contains(".github/workflows/post-mortems.yml"))
    #expect(!top.written.contains(".gitlab-ci.yml"))
    #expect(folder.read(".github/workflows/post-mortems.yml")?.contains("branches: [\"trunk\"]") == true)
    let settings = try #require(folder.read("debrief.yml"))
    #expect(settings.contains("title: Shop api post-mortems\n"))
    #expect(settings.contains("edit_url: https://github.com/acme/shop-api/edit/trunk/postmortems/{file}"))
  }

  @Test func pinsTheCommitThatTheProgramWasBuiltFrom() async throws {
    let source = try TemporaryFolder()
    try source.write("// swift-tools-version: 6.2\n", to: "Package.swift")
    try source.write("x", to: ".build/debug/debrief")
    let git = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    for arguments in [
      ["init", "--quiet"], ["remote", "add", "origin", "https://git.example.org/tools/debrief.git"],
      git + ["commit", "--quiet", "--allow-empty", "-m", "x"], ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ] { _ = try await Git.run(arguments, in: source.path) }
    let commit = try await Git.run(["rev-parse", "HEAD"], in: source.path).filter { !$0.isWhitespace }
    let folder = try TemporaryFolder()
    let report = try await KnowledgeBaseStarter(folder.path, executable: "\(source.path)/.build/debug/debrief").start()
    #expect(!report.lacksSource)
    let workflow = try #require(folder.read(".github/workflows/post-mortems.yml"))
    #expect(workflow.contains("DEBRIEF_REPOSITORY: \"https://git.example.org/tools/debrief.git\""))
    #expect(workflow.contains("DEBRIEF_COMMIT: \"\(commit)\""))
  }
}
