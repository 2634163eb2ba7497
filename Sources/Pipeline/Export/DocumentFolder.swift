internal import Diagnostics
internal import Exchange
internal import KnowledgeBase
internal import OpenData
internal import PostMortems
internal import Site

/// The documents themselves as a folder that can be read again: their text as it was read, the files that they link,
/// the states of their tickets, and the settings in force.
enum DocumentFolder {
  static func files(of reading: Reading, input: String) -> [OutputFile] {
    let base = reading.knowledgeBase
    let documents = base.sources.map { OutputFile(path: $0.path, content: .bytes($0.bytes)) }
    let linked = AttachmentCopies.copies(base).map {
      OutputFile(path: $0.inputPath, content: .copy(from: "\(input)/\($0.inputPath)"))
    }
    let settings = OutputFile(
      path: "debrief.yml", content: .bytes(Array(SettingsText.yaml(reading.settings.settings).utf8)))
    return (documents + linked + tickets(of: base, input) + [settings]).sorted { $0.path < $1.path }
  }

  /// Without them action items would fall back to what their documents say; tickets that none names stay here.
  private static func tickets(of base: KnowledgeBase, _ input: String) -> [OutputFile] {
    let names = base.actions.entries.compactMap { $0.item.ticket?.value }
    guard let tickets = TicketFile.read(in: input)?.restricted(to: names) else { return [] }
    return [OutputFile(path: TrackedTickets.fileName, content: .bytes(tickets.json.documentBytes))]
  }
}
