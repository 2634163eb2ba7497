import Testing

@testable import Exchange

/// A payload of one system's form, and all that its reader is to find in it.
struct ReaderCase: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let system: SourceSystem
  let payload: String
  let expected: String

  init(_ name: String, _ system: SourceSystem, file: String = "export.json", _ payload: String, gives expected: String)
  {
    self.name = name
    self.file = file
    self.system = system
    self.payload = payload
    self.expected = expected
  }

  var export: Export { SampleExport.of(file, payload) }

  var testDescription: String { name }

  /// One of each system's forms and more.
  static let forms: [ReaderCase] = trackers + desks + pages + chats + logs + tickets
  static let all: [ReaderCase] = forms + variants
}
