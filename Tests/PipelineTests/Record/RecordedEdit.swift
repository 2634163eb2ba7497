import Foundation
import TestSupport

/// Edits of a knowledge base as people make them, the same ones each time.
enum RecordedEdit {
  /// Numbers that look like chance. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
  struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static func document(_ number: Int, _ text: String) -> String {
    """
    ---
    id: PM-\(number)
    title: Disk \(number) full
    severity: SEV2
    started: 2026-01-02T10:00Z
    root_causes: [full-disk]
    ---
    ## Timeline

    - 10:00 UTC \(text)

    ![graph](graph.png)

    """
  }

  static func apply(to folder: TemporaryFolder, _ step: Int, _ chance: inout Chance) throws {
    let manager = FileManager.default
    let documents = folder.files().filter { $0.hasPrefix("postmortems/") && $0.hasSuffix(".md") }
    let some = "\(folder.path)/\(documents.randomElement(using: &chance) ?? "")"
    switch Int.random(in: 0..<9, using: &chance) {
    case 0: try folder.write(document(step + 10, "a new one"), to: "postmortems/2026/new-\(step).md")
    case 1: try folder.write(document(1, "edited \(step)"), to: "postmortems/2026/disk.md")
    case 2 where documents.count > 2: try manager.removeItem(atPath: some)
    case 3 where documents.count > 2: try manager.moveItem(atPath: some, toPath: "\(some.dropLast(3))-\(step).md")
    case 4: try folder.write("title: Disks \(step)\n", to: "debrief.yml")
    case 5: try folder.write("<p>Step \(step)</p>\n", to: "templates/pages/not-found.mustache")
    case 6: try? manager.removeItem(atPath: "\(folder.path)/templates")
    case 7: try folder.write("PNG \(step)", to: "postmortems/2026/graph.png")
    default: try manager.setAttributes([.modificationDate: Date()], ofItemAtPath: some)
    }
  }
}
