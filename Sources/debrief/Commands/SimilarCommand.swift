internal import ArgumentParser
internal import Diagnostics
internal import KnowledgeBase
internal import Pipeline
internal import PostMortems

/// `debrief similar`: what happened before that is like this.
struct SimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar", abstract: "List the post-mortems that are like one, each with the reasons.",
    discussion: """
      The file may be one of the input or a new draft. Scores run from 0 to 1 and can be compared between files.

      Example:
        debrief similar draft.md --limit 3
      """)

  /// The most promises that are printed of one post-mortem.
  private static let promiseLimit = 3

  @OptionGroup var input: InputArguments

  @Argument(help: "A post-mortem of the input, or a draft outside it.", completion: .file())
  var file: String

  @Option(name: .long, help: ArgumentHelp("How many post-mortems.", valueName: "n"))
  var limit = 5

  @Flag(name: .long, help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() throws {
    let reading = try Reading.read(input.options)
    try SettingsReport.failIfBroken(reading.settings, style: .plain)
    let relations = try SimilarQuery.relations(to: file, in: reading, input: input.input, limit: limit)
    let knowledgeBase = reading.knowledgeBase
    if json { return Terminal.printRaw(JSONValue.array(relations.map { Self.value($0, knowledgeBase) }).text) }
    for (number, relation) in relations.enumerated() {
      for line in Self.lines(relation, number + 1, knowledgeBase) { Terminal.print(line) }
    }
    if relations.isEmpty {
      Terminal.printError("nothing like it among \(knowledgeBase.postMortems.count) post-mortems")
    }
  }

  static func value(_ relation: Relation, _ knowledgeBase: KnowledgeBase) -> JSONValue {
    let postMortem = knowledgeBase.postMortems[relation.postMortem]
    return .object([
      "file": .string(postMortem.file), "id": .string(postMortem.id), "score": .double(relation.score),
      "reasons": .array(relation.reasons.map(value)),
    ])
  }

  static func value(_ reason: RelationReason) -> JSONValue {
    .object(["kind": .string(reason.kind.rawValue), "text": .string(reason.text)])
  }

  /// Title, date and strength; the reasons; what stopped it then; what is still promised.
  private static func lines(_ relation: Relation, _ number: Int, _ knowledgeBase: KnowledgeBase) -> [String] {
    let postMortem = knowledgeBase.postMortems[relation.postMortem]
    var lines = ["\(number). \(Visible.text(postMortem.title))"]
    lines.append(
      "   " + [postMortem.day?.iso, relation.strength, postMortem.file].compactMap { $0 }.joined(separator: "  "))
    lines += relation.reasons.map { "   - \(Visible.text($0.text))" }
    if let mitigation = PastMitigation.text(postMortem) { lines.append("   stopped by: \(Visible.text(mitigation))") }
    let promises = knowledgeBase.actions.items(of: relation.postMortem).filter { $0.isPromise && $0.isOpen }
    lines += promises.sorted { $0.item.state == .open && $1.item.state != .open }.prefix(promiseLimit).map { entry in
      let state = entry.item.state == .open ? "still open" : "promised, and no word since"
      return "   \(state): \(Visible.text(entry.item.text))"
    }
    return lines
  }
}
