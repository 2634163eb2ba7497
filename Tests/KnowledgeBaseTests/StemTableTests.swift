import Testing

@testable import KnowledgeBase

@Suite("Tables of stems")
struct StemTableTests {
  /// The same numbers each time, spread over all bits.
  private let keys = (1...5_000).map { UInt64($0) &* 0x2545_F491_4F6C_DD1D }

  @Test func keepsEveryNumberWhileItGrows() {
    var table = StemTable()
    for (number, key) in keys.enumerated() { table.insert(key, number) }
    #expect(table.count == keys.count)
    #expect(keys.enumerated().allSatisfy { table[$1] == $0 })
  }

  @Test func knowsNoKeyThatWasNeverPutIn() {
    let table = StemTable(keys.prefix(100))
    #expect(keys.prefix(100).allSatisfy(table.contains))
    #expect(!keys.dropFirst(100).contains(where: table.contains))
    #expect(StemTable()[0] == nil && !StemTable().contains(0))
  }

  @Test func keepsTheFirstNumberOfAKey() {
    var table = StemTable()
    #expect(table.insert(7, 1) == 1)
    #expect(table.insert(7, 2) == 1)
    #expect(table[7] == 1 && table.count == 1)
  }
}
