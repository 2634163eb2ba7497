import Diagnostics
import Foundation
import Markdown
import Testing

@testable import PostMortems

/// That what is published of the keys is what is read: no key is read in silence, none is described that is not read.
@Suite struct FormatTests {
  /// A key with all above it, and a text that gives it a value of its form.
  private struct Sample: CustomTestStringConvertible {
    let path: [String]
    let yaml: String

    var testDescription: String { path.joined(separator: ".") }
  }

  private static func samples(_ keys: [KeyDescription], below path: [String] = [], _ wrap: (String) -> String = { $0 })
    -> [Sample]
  {
    keys.flatMap { key -> [Sample] in
      let own = Sample(path: path + [key.name], yaml: wrap("\(key.name): \(value(key.form))"))
      return [own] + nested(key.form, path + [key.name]) { wrap("\(key.name): \($0)") }
    }
  }

  private static func nested(_ form: ValueForm, _ path: [String], _ wrap: (String) -> String) -> [Sample] {
    switch form {
    case .map(let keys): samples(keys, below: path) { wrap("{\($0)}") }
    case .list(let item): nested(item, path) { wrap("[\($0)]") }
    case .entries(_, let value): nested(value, path + ["x"]) { wrap("{x: \($0)}") }
    case .either(let forms): forms.flatMap { nested($0, path, wrap) }
    default: []
    }
  }

  private static func value(_ form: ValueForm) -> String {
    switch form {
    case .text: "words"
    case .time: "2019-07-02T13:42Z"
    case .flag: "true"
    case .number: "3"
    case .whole(let range): "\(range.lowerBound)"
    case .word(let list): WordLists(Settings(), rules: []).vocabulary(list).words.first ?? "words"
    case .list(let item): "[\(value(item))]"
    case .map: "{}"
    case .entries(let list, let item):
      switch list {
      case .severity: "{SEV1: \(value(item))}"
      case .month: "{2025-07: \(value(item))}"
      default: "{x: \(value(item))}"
      }
    case .either(let forms): value(forms[0])
    }
  }

  @Test(arguments: samples(SettingsFormat.keys)) private func readsEveryDescribedSetting(_ sample: Sample) {
    let findings = SettingsReader.read(SourceFile(path: "debrief.yml", text: sample.yaml)).findings
    #expect(findings.map(\.message) == [], "\(sample.yaml)")
  }

  @Test(arguments: samples(PostMortemFormat.keys)) private func readsEveryDescribedField(_ sample: Sample) {
    let document = DocumentParser.parse(SourceFile(path: "a.md", text: "---\n\(sample.yaml)\n---\n"))
    let draft = DraftReader.read(document, settings: Settings())
    // A record of another system has to have two keys at once.
    let rules = sample.path[0] == "source" ? ["unknown-key"] : ["unknown-key", "wrong-type"]
    let problems = draft.findings.filter { rules.contains($0.rule) }
    #expect(problems.map(\.message) + draft.fields.unknownKeys.map(\.value) == [], "\(sample.yaml)")
  }

  /// Each reader's own words behind `case`, in the functions that take keys apart.
  @Test(arguments: [
    ("Settings/SettingsReader.swift", SettingsFormat.keys), ("Settings/PolicyReader.swift", SettingsFormat.keys),
    ("Settings/EditionsReader.swift", SettingsFormat.keys),
    ("Draft/PostMortemFieldsReader.swift", PostMortemFormat.keys),
  ])
  func describesEveryKeyThatIsRead(_ file: String, _ keys: [KeyDescription]) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/PostMortems")
    let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let described = Set(Self.samples(keys).flatMap(\.path))
    var read: Set<String> = []
    for line in source.split(separator: "\n") {
      guard let start = line.firstRange(of: "case \"") else { continue }
      let labels = line[start.lowerBound...].prefix { $0 != ":" }
      read.formUnion(
        labels.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
    }
    let words: Set = ["true", "yes", "on", "false", "no", "off"]
    #expect(read.subtracting(words).subtracting(described) == [])
    #expect(read.count > 5)
  }

  @Test func readsEveryDescribedFieldOfACause() {
    #expect(CauseRecord.keys == CauseFormat.keys.map(\.name))
    for sample in Self.samples(CauseFormat.keys) {
      let document = DocumentParser.parse(SourceFile(path: "causes/a.md", text: "---\n\(sample.yaml)\n---\n"))
      #expect(CauseRecord(document: document, settings: Settings()).findings == [], "\(sample.yaml)")
    }
  }

  @Test func saysWhatEveryKeyMeans() {
    func check(_ keys: [KeyDescription]) {
      for key in keys {
        #expect(key.meaning.hasSuffix("."), "\(key.name)")
        check(key.form.keys)
      }
    }
    check(SettingsFormat.keys)
    check(PostMortemFormat.keys)
    check(CauseFormat.keys)
  }
}
