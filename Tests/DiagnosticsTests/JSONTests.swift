import Diagnostics
import Testing

@Suite("JSON")
struct JSONTests {
  @Test(arguments: [
    "null", "true", "[1,-2,0.5,1.5e300]", #"{"a":"\"\\/\n\t\u0041\ud83d\ude00","b":[],"c":{}}"#, " [ ] ", "\"\"",
  ])
  func readsWhatItWrites(text: String) throws {
    let value = try JSONParser.parse(Array(text.utf8))
    #expect(try JSONParser.parse(Array(value.compact.utf8)) == value)
    #expect(try JSONParser.parse(Array(value.text.utf8)) == value)
  }

  @Test(arguments: [
    "", "[1,]", "{\"a\"}", "{a:1}", "\"open", "[1 2]", "tru", "01x", "\"\\q\"", "[1] 2", "+1", "\"\u{01}\"",
  ])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func endsAtADepthInsteadOfCrashing() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(Array(deep.utf8)) }
  }

  @Test func decodesEscapesAndLoneSurrogates() throws {
    #expect(try JSONParser.parse(Array(#""\u00e9\ud83d\ude00\ud83dx""#.utf8)) == .string("é😀\u{FFFD}x"))
  }

  @Test func keepsTheOrderOfKeysAndEscapesControls() {
    let value = JSONValue.object(["b": .string("\u{01}\u{7F}</script>"), "a": .double(.infinity)])
    #expect(value.compact == #"{"b":"\u0001\u007f</script>","a":null}"#)
  }
}
