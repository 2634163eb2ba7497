import KnowledgeBase
import TestSupport
import Testing

@Suite("Where links lead")
struct LinkTargetTests {
  private let knowledgeBase = Corpus(
    """
    -- 2026/a.md --
    # A
    -- 2026/with space.md --
    # B
    -- bundle/index.md --
    # C
    -- causes/full-disk.md --
    # Full disk
    -- 2026/graph.png --
    PNG
    """
  ).knowledgeBase()

  @Test(arguments: [
    ("with%20space.md", "post-mortem"), ("./with space.md#b", "post-mortem"), ("../bundle/", "post-mortem"),
    ("../bundle", "post-mortem"), ("../causes/full-disk.md", "cause"), ("../causes/full-disk", "cause"),
    ("/causes/full-disk.md", "cause"), ("graph.png", "attachment"), ("missing.md", "missing"),
    ("../../../etc/passwd", "missing"), ("https://example.org", "external"), ("#top", "fragment"),
    ("javascript:alert(1)", "refused"), ("//evil.example", "refused"),
  ])
  func resolvesAnAddressFromItsFile(address: String, kind: String) {
    let found =
      switch knowledgeBase.links.target(of: address, in: "2026/a.md") {
      case .postMortem: "post-mortem"
      case .cause: "cause"
      case .plan: "plan"
      case .attachment: "attachment"
      case .fragment: "fragment"
      case .external: "external"
      case .refused: "refused"
      case .missing: "missing"
      }
    #expect(found == kind)
  }

  @Test func decodesAndEncodesPercentSigns() {
    #expect(PercentEncoding.decoded("a%20b%zz%C3%A9") == "a b%zzé")
    #expect(PercentEncoding.encodedPath("a b/é?.md") == "a%20b/%C3%A9%3F.md")
  }
}
