/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers on every machine.
package struct RandomNumbers: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A number from 0 up to and without the bound; 0 for a bound below 1.
  package mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }

  package mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// A part of a sequence of `count` elements, most often a short one.
  package mutating func range(in count: Int) -> Range<Int> {
    let start = below(count + 1)
    let longest = below(3) == 0 ? count - start : min(count - start, 16)
    return start..<(start + below(longest + 1))
  }
}
