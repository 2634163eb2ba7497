import class PostMortems.PostMortem
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite("Words laid out for many comparisons")
struct LaidOutWordsTests {
  private static let texts = [
    "# Expired certificate\n\nThe certificate of the proxy expired, and the proxy refused every handshake.\n",
    "# Proxy down\n\nAn expired certificate made the proxy refuse handshakes; nobody had renewed the certificate.\n",
    "# Expired certificate again\n\nThe gateway's certificate expired while `cert-renewer` waited for a lock.\n",
    "# Disk full\n\nThe queue filled the disk, and replication stopped until the partition was cleaned.\n",
    "# Parking garage\n\nThe barrier stayed closed.\n",
  ]

  private let profiles: [IncidentProfile]
  private let vocabulary: Vocabulary

  init() {
    let files = Self.texts.enumerated().map { (path: "\($0).md", text: $1) }
    let drafts = Corpus(files: files).knowledgeBase().postMortems.map(\.draft)
    let readings = drafts.map { IncidentReading($0, boilerplate: Boilerplate([])) }
    let vocabulary = Vocabulary(readings)
    profiles = readings.map { IncidentProfile($0, vocabulary: vocabulary, rarity: Rarity(documents: drafts.count)) }
    self.vocabulary = vocabulary
  }

  @Test func sumUpToWhatAWalkOverBothGivesToTheLastBit() {
    var scratch = CandidateScratch(documents: profiles.count, words: vocabulary.frequencies.count)
    var shared = 0
    for first in profiles {
      for second in profiles {
        let sum = scratch.with(first) { $0.words(second) }
        #expect(sum.bitPattern == Likeness.words(first, second).bitPattern)
        if sum > 0 { shared += 1 }
      }
    }
    #expect(shared > profiles.count)
  }
}
