/// The difference between two texts as people read it: changed lines with three lines around them.
package enum LineDifference {
  /// A unified diff; empty where the texts are equal. Lines are matched at both ends and changed in between, which is
  /// exact for edits that stay inside lines and complete for all others.
  package static func unified(_ old: String, _ new: String, path: String) -> String {
    guard old != new else { return "" }
    let before = lines(old)
    let after = lines(new)
    var text = "--- a/\(path)\n+++ b/\(path)\n"
    for hunk in hunks(before, after) { text += hunk }
    return text
  }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static let context = 3

  private static func hunks(_ before: [Substring], _ after: [Substring]) -> [String] {
    if before.count == after.count {
      let changed = before.indices.filter { before[$0] != after[$0] }
      return groups(changed).map { group in
        hunk(before, group, after, group)
      }
    }
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = min(
      zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count, min(before.count, after.count) - head)
    return [hunk(before, head..<(before.count - tail), after, head..<(after.count - tail))]
  }

  /// Changed lines, joined where their contexts touch.
  private static func groups(_ changed: [Int]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for line in changed {
      if let last = groups.last, line - last.upperBound <= 2 * context {
        groups[groups.count - 1] = last.lowerBound..<(line + 1)
      } else {
        groups.append(line..<(line + 1))
      }
    }
    return groups
  }

  private static func hunk(
    _ before: [Substring], _ old: Range<Int>, _ after: [Substring], _ new: Range<Int>
  ) -> String {
    let lead = max(0, old.lowerBound - context)..<old.lowerBound
    let trail = old.upperBound..<min(before.count, old.upperBound + context)
    let counts = (lead.count + old.count + trail.count, lead.count + new.count + trail.count)
    let start = (lead.lowerBound + 1, new.lowerBound - lead.count + 1)
    var text = "@@ -\(start.0),\(counts.0) +\(start.1),\(counts.1) @@\n"
    for line in before[lead] { text += " \(line)\n" }
    if before.count == after.count {
      for index in old {
        if before[index] == after[index] {
          text += " \(before[index])\n"
        } else {
          text += "-\(before[index])\n+\(after[index])\n"
        }
      }
    } else {
      for line in before[old] { text += "-\(line)\n" }
      for line in after[new] { text += "+\(line)\n" }
    }
    for line in before[trail] { text += " \(line)\n" }
    return text
  }
}
