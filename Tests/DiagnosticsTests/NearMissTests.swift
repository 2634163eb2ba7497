import Diagnostics
import Testing

@Suite("Near misses")
struct NearMissTests {
  /// Strings of a few letters from a fixed series of numbers.
  private struct Words {
    var state: UInt64 = 88_172_645_463_325_252

    mutating func next(letters: UInt64, longest: UInt64) -> [UInt8] {
      (0..<number(longest)).map { _ in UInt8(97 + number(letters)) }
    }

    private mutating func number(_ limit: UInt64) -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state % limit
    }
  }

  /// The whole table, as the definition has it.
  private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = [[Int]](repeating: Array(0...right.count), count: left.count + 1)
    for row in 1..<(left.count + 1) {
      table[row][0] = row
      for column in 1..<(right.count + 1) {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          value = min(value, table[row - 2][column - 2] + 1)
        }
        table[row][column] = value
      }
    }
    return table[left.count][right.count]
  }

  @Test func measuresWhatTheWholeTableWouldSay() {
    var words = Words()
    var distances = EditDistance()
    for _ in 0..<3000 {
      let (left, right) = (words.next(letters: 3, longest: 12), words.next(letters: 3, longest: 12))
      let whole = distance(left, right)
      for limit in 0...8 {
        #expect(distances.between(left, right, atMost: limit) == (whole <= limit ? whole : nil))
      }
    }
  }

  @Test(arguments: [
    ("INC-4021x", "inc-4021"), ("1NC-2500", "inc-2500"), ("inc-4O21", "inc-4021"), ("icn-3333", "inc-3333"),
    ("a-very-different-word", nil),
  ])
  func findsTheNameAmongThousands(word: String, near: String?) {
    let names = NearMissIndex((2000..<6000).map { "inc-\($0)" })
    #expect(names.nearest(to: word) == near)
  }

  @Test func comparesNoEndlessWords() {
    let long = String(repeating: "a", count: 60_000)
    #expect(NearMiss.nearest(to: long, in: [long + "b"]) == nil)
    #expect(NearMissIndex([long]).nearest(to: "full-disk") == nil)
  }
}
