internal import Diagnostics
internal import KnowledgeBase
internal import Synchronization

/// What documents became when they were last read, so that only those that changed are parsed anew.
///
/// Every file is still read and compared byte by byte, which costs a hundredth of parsing it: what is remembered is never
/// older than the disk. What the settings say is in every value, so that a change of theirs forgets all.
final class DocumentMemory: Sendable {
  private struct Entry {
    let bytes: [UInt8]
    let value: any Sendable
    let secrets: [Diagnostic]
  }

  private struct State {
    var settings: [UInt8]?
    var entries: [String: Entry] = [:]
    /// Documents that were made anew since the last look.
    var made: Set<String> = []
  }

  private let state = Mutex(State())
  /// What was read in them for their likeness.
  let readings = ReadingMemory()

  /// Begins a reading with the settings at a path.
  func begin(settings path: String?) {
    var settings: [UInt8] = []
    if let path, let bytes = try? FileSystem.read(path) { settings = Array(path.utf8) + [0] + bytes }
    state.withLock { [settings] state in
      if state.settings != settings { state.entries = [:] }
      state.settings = settings
    }
  }

  /// What a document became, where its bytes are still the same.
  func value<Value>(of path: String, _ bytes: [UInt8]) -> (Value, [Diagnostic])? {
    guard let entry = state.withLock({ $0.entries[path] }), entry.bytes == bytes else { return nil }
    return (entry.value as? Value).map { ($0, entry.secrets) }
  }

  func keep<Value: Sendable>(_ path: String, _ bytes: [UInt8], _ made: (Value, [Diagnostic])) {
    state.withLock { state in
      state.entries[path] = Entry(bytes: bytes, value: made.0, secrets: made.1)
      state.made.insert(path)
    }
  }

  /// The documents that were made anew since the last call.
  func takeMade() -> Set<String> {
    state.withLock { state in
      defer { state.made = [] }
      return state.made
    }
  }

  /// The part of a listing that is not remembered as it stands on the disk; what is gone is forgotten.
  func changed(_ listing: InputListing, root: String, workers: Workers) -> InputListing {
    let present = Set(listing.postMortems + listing.causes + listing.plan)
    state.withLock { state in state.entries = state.entries.filter { present.contains($0.key) } }
    var changed = InputListing()
    changed.postMortems = stale(listing.postMortems, root, workers)
    changed.causes = stale(listing.causes, root, workers)
    changed.plan = stale(listing.plan, root, workers)
    return changed
  }

  private func stale(_ paths: [String], _ root: String, _ workers: Workers) -> [String] {
    let isKnown = workers.map(paths) { path in
      guard let entry = self.state.withLock({ $0.entries[path] }) else { return false }
      return (try? FileSystem.read("\(root)/\(path)", limit: SourceReader.readLimit)) == entry.bytes
    }
    return zip(paths, isKnown).filter { !$0.1 }.map(\.0)
  }
}
