internal import Diagnostics
internal import PostMortems

/// The states of tickets that an import saved in the input folder.
enum TicketFile {
  /// Nil where there is no such file, or none that can be read.
  static func read(in input: String) -> TrackedTickets? {
    guard let bytes = try? FileSystem.read("\(input)/\(TrackedTickets.fileName)", limit: 16 << 20) else { return nil }
    return (try? JSONParser.parse(bytes)).flatMap { TrackedTickets(json: $0) }
  }
}
