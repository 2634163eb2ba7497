import Testing

/// Random templates on random pages, against swift-mustache.
struct DifferentialTests {
  @Test(arguments: 0..<40)
  func writesTheSameBytes(batch: UInt64) throws {
    for seed in (batch * 50)..<(batch * 50 + 50) {
      var generator = TemplateGenerator(seed: seed, indents: false)
      let templates = generator.templates()
      let page = generator.page()
      let (ours, theirs) = (try render(templates, page: page), try oracle(templates, page: page))
      try #require(ours == theirs, "seed \(seed): \(templates)")
    }
  }

  /// Where partials and blocks are indented, the engines part in spaces alone: swift-mustache indents the first item of
  /// a list and not the others, and the default of a block twice.
  @Test(arguments: 0..<40)
  func writesTheSameTextWhereLinesAreIndented(batch: UInt64) throws {
    for seed in (batch * 50)..<(batch * 50 + 50) {
      var generator = TemplateGenerator(seed: seed, indents: true)
      let templates = generator.templates()
      let page = generator.page()
      let (ours, theirs) = (try render(templates, page: page), try oracle(templates, page: page))
      try #require(ours.filter { $0 != " " } == theirs.filter { $0 != " " }, "seed \(seed): \(templates)")
    }
  }
}
