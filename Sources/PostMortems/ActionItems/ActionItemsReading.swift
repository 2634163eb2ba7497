package import Diagnostics

/// What a section of action items held.
package struct ActionItemsReading: Sendable {
  /// In document order.
  package var items: [ActionItem] = []
  /// Values that cannot be read, and states that contradict each other.
  package var findings: [Finding] = []
  /// Nodes of the content blocks from which no item was taken, in document order; headings and the labels of groups
  /// are not among them.
  package var rest: [Int] = []

  package init() {}
}
