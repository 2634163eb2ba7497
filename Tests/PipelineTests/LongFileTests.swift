import TestSupport
import Testing

@testable import Pipeline

/// Files that are written while they are made are the files that they would be if they were made first.
@Suite struct LongFileTests {
  /// Lines of a hundred bytes, of which some twenty thousand make two parts.
  private func file(lines: Int, last: String = "end\n") -> OutputFile {
    OutputFile(
      path: "data/long.csv",
      content: .passedOn { bytes, passOn in
        for line in 0..<lines {
          bytes += Array("\(line)".utf8) + Array(repeating: 0x2C, count: 99 - "\(line)".utf8.count) + [0x0A]
          passOn(&bytes)
        }
        bytes += last.utf8
      })
  }

  private func whole(_ file: OutputFile) throws -> String {
    var bytes: [UInt8] = []
    try file.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ file: OutputFile, _ folder: TemporaryFolder, inspection: OutputInspection? = nil) throws
    -> WriteReport
  {
    try SiteWriter(output: folder.path, jobs: 2, overwriteForeign: false, inspection: inspection).write([file])
  }

  @Test(arguments: [0, 10, 10_486, 25_000]) func haveAllTheirBytesInOrder(lines: Int) throws {
    let folder = try TemporaryFolder()
    let report = try write(file(lines: lines), folder)
    #expect(report.bytes == lines * 100 + 4 && report.written == 1)
    #expect(try folder.read("data/long.csv") == whole(file(lines: lines)))
  }

  @Test func areNotWrittenAgainWhereTheyAreTheSame() throws {
    let folder = try TemporaryFolder()
    _ = try write(file(lines: 25_000), folder)
    let again = try write(file(lines: 25_000), folder)
    #expect((again.written, again.unchanged, again.removed) == (0, 1, 0))
  }

  @Test(arguments: ["END\n", "longer end\n"]) func areWrittenAgainWhereTheirEndDiffers(last: String) throws {
    let folder = try TemporaryFolder()
    _ = try write(file(lines: 25_000), folder)
    let again = try write(file(lines: 25_000, last: last), folder)
    #expect(again.written == 1)
    #expect(try folder.read("data/long.csv") == whole(file(lines: 25_000, last: last)))
  }

  @Test func areInspectedWhole() throws {
    let folder = try TemporaryFolder()
    let inspection = OutputInspection { file, bytes in
      bytes.count == 2_500_004 ? [OutputViolation(path: file.path, reason: "seen whole")] : []
    }
    #expect(
      throws: PublicationRefused(violations: [OutputViolation(path: "data/long.csv", reason: "seen whole")])
    ) { try write(file(lines: 25_000), folder, inspection: inspection) }
    #expect(folder.files().isEmpty)
  }
}
