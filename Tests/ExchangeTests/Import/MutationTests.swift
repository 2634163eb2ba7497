import Diagnostics
import Foundation
import Markdown
import PostMortems
import Testing

@testable import Exchange

/// Makes exports that no system would write out of ones that it does; the same seed gives the same export.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }

  /// A value in which about one in twelve members is gone, doubled or something else.
  mutating func value(_ value: JSONValue, depth: Int = 0) -> JSONValue {
    if next(40) == 0 { return strange() }
    switch value {
    case .object(let members):
      var result: [JSONValue.Member] = []
      for member in members {
        switch next(36) {
        case 0: continue
        case 1: result += [member, JSONValue.Member(member.key, strange())]
        case 2: result.append(JSONValue.Member(member.key, strange()))
        default: result.append(JSONValue.Member(member.key, self.value(member.value, depth: depth + 1)))
        }
      }
      return .object(result)
    case .array(let items):
      let mutated = items.map { self.value($0, depth: depth + 1) }
      return .array(next(20) == 0 ? mutated + mutated : next(20) == 0 ? [.array(mutated)] : mutated)
    case .string(let text): return next(15) == 0 ? .string(text + odd()) : value
    default: return value
    }
  }

  private mutating func strange() -> JSONValue {
    switch next(14) {
    case 0: .null
    case 1: .bool(true)
    case 2: .int(.max)
    case 3: .int(.min)
    case 4: .double(1e308)
    case 5: .int(-1)
    case 6: .string("")
    case 7: .string(odd())
    case 8: .array([])
    case 9: .object([])
    case 10: .string("9999-12-31T23:59:60Z")
    case 11: .string("0000-00-00T99:99:99+99:99")
    case 12: nested(60)
    default: .string(String(repeating: "a ", count: 500))
    }
  }

  private func nested(_ depth: Int) -> JSONValue {
    (0..<depth).reduce(.string("deep")) { inner, level in level % 2 == 0 ? .array([inner]) : .object(["id": inner]) }
  }

  private mutating func odd() -> String {
    [
      "\u{202E}\u{200B}", "\u{0}\u{7F}", "🏳️‍🌈👩‍👩‍👧", "---\n\n# x", "-->", "```", "|", "\u{FFFD}\u{E000}9\u{E001}", "\u{E000}",
      "@", "@a@b.cc@", "+", "<script>", "\r\n\r\n- [ ] ", "{{", "￿", "ﷺ", "Z̸̡̛", "\\", "\"",
    ][next(20)]
  }

  /// The bytes, now and then cut or with a byte changed.
  mutating func bytes(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return bytes }
    switch next(10) {
    case 0: bytes.removeLast(next(bytes.count))
    case 1: bytes[next(bytes.count)] = UInt8(next(256))
    case 2: bytes.insert(contentsOf: bytes[..<next(bytes.count)], at: next(bytes.count))
    default: break
    }
    return bytes
  }
}

@Suite("Exports that no system would write")
struct MutationTests {
  /// A thousand for each form; `DEBRIEF_MUTATIONS=100000` goes on for longer.
  private static let rounds = ProcessInfo.processInfo.environment["DEBRIEF_MUTATIONS"].flatMap(Int.init) ?? 1000

  /// Every form once: the payloads of alerts, and one of the others' for each reader case.
  private static let payloads: [(name: String, text: String)] =
    AlertPayloads.all.map { ($0.name, $0.text) }
    + ReaderCase.all.map { ("\($0.system.rawValue) \($0.name)", $0.payload) }

  @Test(arguments: payloads.map(\.name))
  func giveADraftOrAMessageAndNeverACrash(_ name: String) throws {
    let text = try #require(Self.payloads.first { $0.name == name }?.text)
    let documents = text.split(separator: "\n").compactMap { try? JSONParser.parse(Array($0.utf8)) }
    let whole = (try? JSONParser.parse(Array(text.utf8))).map { [$0] } ?? documents
    let system = name.split(separator: " ").first.flatMap { SourceSystem(rawValue: String($0)) }
    var results = 0
    for seed in 1...Self.rounds {
      var mutator = Mutator(seed: UInt64(seed))
      let values = whole.map { mutator.value($0) }
      // Every tenth goes through its text, which is cut and changed as well.
      let file =
        seed % 10 == 0 || values.isEmpty
        ? ExportDecoding.decode(mutator.bytes(Self.text(values, else: text)), path: name)
        : ExportDecoding.Result(Export(path: name, contents: .json(values)))
      // The tenth asks all readers; the others' own system reads them even where it no longer knows them.
      let yield = ExportReaders.read([file], from: seed % 10 == 0 ? nil : system)
      var count = yield.found + yield.problems.count
      if seed % 10 == 0 {
        let (incidents, problems) = IncidentMerge.incidents(of: yield, settings: Settings())
        count += incidents.count + problems.count
        if seed % 20 == 0 { try writes(incidents, seed) }
      }
      #expect(count > 0, "seed \(seed) gives neither a draft nor a message")
      results += count
    }
    #expect(results >= Self.rounds)
  }

  private static func text(_ values: [JSONValue], else text: String) -> String {
    values.isEmpty ? text : values.map(\.compact).joined(separator: "\n")
  }

  private func writes(_ incidents: [MergedIncident], _ seed: Int) throws {
    for incident in incidents.prefix(2) {
      let draft = IncidentImport(settings: Settings()).draft(of: incident)
      #expect(draft.hasPrefix("---\n") && !draft.unicodeScalars.contains { $0.value == 0 }, "seed \(seed)")
      if seed % 60 == 0 { try readsBack(draft, incident, seed) }
    }
  }

  private func readsBack(_ draft: String, _ incident: MergedIncident, _ seed: Int) throws {
    let parsed = DraftReader.read(DocumentParser.parse(SourceFile(path: "a.md", text: draft)), settings: Settings())
    #expect(parsed.document.frontMatter?.isReadable == true, "seed \(seed)")
    #expect(parsed.fields.status?.value == "draft", "seed \(seed)")
  }
}

extension ImportYield {
  /// How much there is of everything.
  fileprivate var found: Int {
    incidents.count + looseEvents.count + looseActions.count + looseEvidence.count + alerts.count + experiments.count
      + tickets.count + people.count
  }
}
