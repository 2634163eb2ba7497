import Diagnostics
import Markdown
import PostMortems
import Testing

@Suite("Timelines of any bytes")
struct TimelineFuzzTests {
  private static let sample = """
    # Outage of 2024-05-06
    All times in CET (UTC+1).
    ## Timeline (times in CEST)
    - **2024-05-06 07:08 – 09:10** a [link](https://example.org) `x`
      - 10:00 (maybe earlier?) nested
    - 2024-05-?? HH:mm b
    ### ~10:45a - c
    ### June 14th, 2024, 10:00 AM
    text

    5 June 2024
    16.35 AB: d
    06/04/2024 21:42 e

    | Day | Date (2024) | Time (PT) | Event |
    |--|--|--|--|
    | Sun | Oct 31 | 21:33 | **Detection:** f |
    | Mon | Nov 1-3 | ~7 pm Eastern | g |

    Time | State
    12:10 | h \u{A0}–\u{2009}i
    12:45:30 PM PST Saturday Oct 30th: j 🚀
    """

  /// A linear congruential generator with the constants of Knuth's MMIX, so that a failure can be run again.
  private struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }
  }

  private func mutated(_ seed: UInt64) -> String {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var bytes = Array(Self.sample.utf8)
    for _ in 0...random.next(12) {
      let start = random.next(bytes.count)
      let length = min(random.next(24), bytes.count - start)
      switch random.next(5) {
      case 0: bytes.removeSubrange(start..<start + length)
      case 1: bytes.insert(contentsOf: Array(bytes[start..<start + length]), at: random.next(bytes.count))
      case 2: bytes[start] = UInt8(random.next(256))
      case 3: bytes.insert(contentsOf: Array("\n- | 0-9:~?T(".utf8), at: start)
      default: bytes.insert(contentsOf: Array("99999999999999999999:61".utf8), at: start)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: 0..<400)
  func keepsEverySpanInsideTheFile(seed: Int) {
    let sample = TimelineSample(mutated(UInt64(seed)), day: seed % 2 == 0 ? "2024-05-06" : nil)
    let size = sample.document.source.bytes.count
    for event in sample.reading.events {
      #expect(event.timeSpan.start >= 0 && event.timeSpan.end <= size)
      #expect(event.span.start >= 0 && event.span.end <= size)
      #expect(event.content.lowerBound >= 0 && event.content.upperBound <= sample.document.nodes.count)
      #expect(event.at != nil || event.until == nil)
      #expect(!event.text.utf8.contains(0x0A))
    }
    #expect(Set(sample.reading.rest).count == sample.reading.rest.count)
    #expect(sample.reading.rest.allSatisfy { $0 < sample.document.nodes.count })
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["- 10:00 a\n", "10:00 a\n", "> ", "### 10:00\n", "10/10/2010 ", "1 | 10:00 |\n", "(10:00 "])
  func readsALongOneInLinearTime(piece: String) {
    let text = "## Timeline\n" + String(repeating: piece, count: 100_000 / piece.utf8.count)
    let sample = TimelineSample(text, day: "2024-05-06")
    #expect(sample.reading.events.count <= 100_000)
  }
}
