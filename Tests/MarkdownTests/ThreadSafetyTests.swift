import Diagnostics
import Dispatch
import Markdown
import Synchronization
import Testing

/// The linked parser keeps process-wide state that its extensions change: without care two threads lose links and
/// strikethrough in about a third of such documents.
@Suite("Parsing on several threads")
struct ThreadSafetyTests {
  private static func html(_ number: Int) -> [UInt8] {
    let text = """
      # Incident \(number)

      | a | b |
      |---|---|
      | ~~gone \(number)~~ | https://example.org/\(number) |

      See www.example.org and ~~this~~ or mail on-call@example.org[^1].

      \(number.isMultiple(of: 3) ? "No tilde here, but http://example.com/\(number)." : "~~Another~~ one.")

      - [x] done ~~\(number)~~

      [^1]: https://example.net
      """
    let plain = number.isMultiple(of: 2) ? text : text.filter { $0 != "~" }
    let document = DocumentParser.parse(SourceFile(path: "\(number).md", text: plain))
    var output: [UInt8] = []
    HTMLRenderer(document, links: StandaloneLinks(), anchors: HeadingAnchors(document))
      .render(0..<document.nodes.count, into: &output)
    return output
  }

  @Test func givesTheSamePagesAsOneThread() {
    let count = 3000
    let expected = (0..<count).map(Self.html)
    let different = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      for number in stride(from: worker, to: count, by: 4) where Self.html(number) != expected[number] {
        different.add(1, ordering: .relaxed)
      }
    }
    #expect(different.load(ordering: .relaxed) == 0)
    #expect(String(decoding: expected[2], as: UTF8.self).contains("<del>gone 2</del>"))
    #expect(String(decoding: expected[2], as: UTF8.self).contains("href=\"http://www.example.org\""))
  }
}
