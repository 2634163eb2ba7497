import Diagnostics
import PostMortems
import Testing

@Suite("Type and strength from words")
struct ActionClassifierTests {
  @Test(arguments: [
    ("Add an alert on queue depth", ActionType.detect, Strength.intermediate),
    ("Document how to fail over by hand", .process, .weak),
    ("Train operators to read the alert", .process, .weak),
    ("Roll back automatically when errors rise", .mitigate, .intermediate),
    ("Replace the shared pool with one a tenant", .prevent, .strong),
    ("Make an empty rule set impossible to deploy", .prevent, .strong),
    ("Give the importer a circuit breaker", .mitigate, .intermediate),
    ("Implement automated alerts for high queue depth", .detect, .intermediate),
    ("Validate the configuration before it is loaded", .prevent, .strong),
    ("Be more careful with the billing tables", .process, .weak),
  ])
  func infersFromTheFirstTellingWord(text: String, type: ActionType, strength: Strength) {
    #expect(ActionClassifier.type(of: text) == type)
    #expect(ActionClassifier.strength(of: text) == strength)
  }

  @Test func saysNothingOfWordsThatTellNothing() {
    #expect(ActionClassifier.type(of: "The thing by the door") == nil)
    #expect(ActionClassifier.strength(of: "") == nil)
  }

  @Test func keepsTheAuthorsOwnApartFromTheInferred() {
    let sample = ActionItemsSample("- Document the queue (type: prevent)\n- Document the queue")
    #expect(sample.reading.items.map(\.type) == [.prevent, nil])
    #expect(sample.reading.items.map { $0.classifiedType?.value } == [.prevent, .process])
    #expect(sample.reading.items.map { $0.classifiedType?.isInferred } == [false, true])
    #expect(sample.reading.items.map { $0.classifiedStrength?.value } == [.weak, .weak])
  }
}
