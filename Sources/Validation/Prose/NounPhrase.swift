/// Reads the noun phrase that ends at a word.
struct NounPhrase {
  let sentence: Sentence
  let finder: SubjectFinder

  func subject(endingAt end: Int, isMental: Bool, depth: Int = 0) -> Subject {
    guard end >= 0, depth < 4 else { return .other }
    if let pronoun = pronoun(at: end) { return pronoun }
    let start = start(endingAt: end)
    if let head = ownerOfPrepositionalPhrase(start, end, isMental, depth) { return head }
    if start > end { return .other }
    let meaning = meaning(start, end, isMental)
    return isGeneral(sentence.text(start)) && meaning.start != nil ? .nobody : meaning
  }

  /// What the phrase itself says, whatever preposition stands before it.
  func nearest(endingAt end: Int, isMental: Bool = false) -> Subject {
    guard end >= 0 else { return .other }
    if let pronoun = pronoun(at: end) { return pronoun }
    let start = start(endingAt: end)
    let meaning = meaning(start, end, isMental)
    return isGeneral(sentence.text(start)) && meaning.start != nil ? .nobody : meaning
  }

  /// Determiners that make what is said hold for everybody or for nobody.
  private func isGeneral(_ determiner: String) -> Bool { ["no", "neither", "any", "another"].contains(determiner) }

  /// Whether a phrase stands where a clause begins.
  func beginsClause(_ start: Int) -> Bool {
    start == 0 || sentence.words[start].gap != .space || Grammar.subordinators.contains(sentence.text(start - 1))
      || Grammar.coordinators.contains(sentence.text(start - 1))
  }

  private func pronoun(at index: Int) -> Subject? {
    let text = sentence.text(index)
    if PersonWords.pronouns.contains(text) { return .person(index) }
    if text == "they" { return finder.personPrecedes(index) ? .person(index) : .other }
    if text == "we" { return .organisation(index) }
    if PersonWords.nobody.contains(text) || text == "one" && sentence.text(index - 1) == "no" { return .nobody }
    return nil
  }

  /// The first word of the phrase: its determiner, or the word behind whatever cannot belong to it.
  private func start(endingAt end: Int) -> Int {
    var index = end
    while index > 0, end - index < 5 {
      let word = sentence.words[index]
      if Grammar.determiners.contains(word.text) || word.gap != .space { return index }
      let previous = sentence.words[index - 1]
      if previous.kind == .word, endsPhrase(previous.text) { return index }
      index -= 1
    }
    return index
  }

  private func endsPhrase(_ word: String) -> Bool {
    Grammar.prepositions.contains(word) || Grammar.subordinators.contains(word) || Grammar.coordinators.contains(word)
      || Grammar.auxiliaries.contains(word) || PersonWords.pronouns.contains(word) || word == "we" || word == "they"
      || word == "who" || Grammar.isAdverb(word)
  }

  /// `the runbook of the operator` is a runbook; `one of the operators` and `the engineer on call` are people.
  private func ownerOfPrepositionalPhrase(_ start: Int, _ end: Int, _ isMental: Bool, _ depth: Int) -> Subject? {
    let preposition = start - 1
    if let actor = actor(of: preposition, start, isMental, depth) { return actor }
    if let who = relativePronoun(before: start) {
      return subject(endingAt: who - 1, isMental: isMental, depth: depth + 1)
    }
    guard preposition >= 0, sentence.words[start].gap == .space,
      Grammar.prepositions.contains(sentence.text(preposition)), sentence.words[preposition].kind == .word
    else { return nil }
    var head = preposition - 1
    guard head >= 0, sentence.words[preposition].gap == .space else { return .other }
    if sentence.text(preposition) == "of", PersonWords.quantifiers.contains(sentence.text(head)) {
      if PersonWords.nobody.contains(sentence.text(head)) || sentence.text(head) == "any" { return .nobody }
      let meaning = meaning(start, end, isMental)
      if case .person = meaning { return .person(head) }
      return meaning
    }
    if sentence.text(preposition) == "of", ["member", "members"].contains(sentence.text(head)), endsInStaff(end) {
      return .person(self.start(endingAt: head))
    }
    if Grammar.isParticiple(sentence.text(head)) || sentence.text(head) == "responsible", head > 0 { head -= 1 }
    return subject(endingAt: head, isMental: isMental, depth: depth + 1)
  }

  /// `the developer creating the request`: the one who creates.
  private func actor(of participle: Int, _ start: Int, _ isMental: Bool, _ depth: Int) -> Subject? {
    guard participle > 0, sentence.words[start].gap == .space, sentence.words[participle].gap == .space,
      sentence.text(participle).hasSuffix("ing"), sentence.text(participle).utf8.count > 4
    else { return nil }
    let found = subject(endingAt: participle - 1, isMental: isMental, depth: depth + 1)
    if case .person = found { return found }
    return nil
  }

  /// `the engineer who ran the command`: the `who` of the clause that the phrase ends.
  private func relativePronoun(before start: Int) -> Int? {
    var index = start - 1
    while index > 0, start - index < 9, sentence.words[index + 1].gap == .space {
      let text = sentence.text(index)
      if text == "who" { return index }
      if Grammar.subordinators.contains(text) || text == "which" { return nil }
      index -= 1
    }
    return nil
  }

  private func endsInStaff(_ end: Int) -> Bool {
    ["team", "staff", "crew", "squad", "rotation"].contains(sentence.text(end))
  }

  private func meaning(_ start: Int, _ end: Int, _ isMental: Bool) -> Subject {
    let word = sentence.words[end]
    switch word.kind {
    case .handle: return finder.people.isPerson(handle: bare(word.text)) ? .person(end) : .organisation(end)
    case .code, .quotation, .number: return .other
    case .word: break
    }
    if isRole(start, end) { return .person(start) }
    if word.text == "team" { return team(start, end) }
    if word.isCapitalised, finder.people.names.contains(bare(word.text)) { return .person(end) }
    return isMental && looksLikeName(start, end) ? .person(end) : .other
  }

  /// Without the `'s` of an owner.
  private func bare(_ text: String) -> String {
    if text.hasSuffix("'s") { return String(text.dropLast(2)) }
    return text.hasSuffix("s'") ? String(text.dropLast()) : text
  }

  private func isRole(_ start: Int, _ end: Int) -> Bool {
    let text = bare(sentence.text(end))
    if PersonWords.roles.contains(text) { return true }
    let modifiers = start..<end
    if let before = PersonWords.compounds[text] { return end > start && before.contains(sentence.text(end - 1)) }
    guard PersonWords.ambiguous.contains(text) else { return false }
    if text.hasPrefix("operator"), finder.people.hasSoftwareOperators, !modifiers.contains(where: isHuman) {
      return false
    }
    return modifiers.allSatisfy { Grammar.determiners.contains(sentence.text($0)) || isHuman($0) }
  }

  private func isHuman(_ index: Int) -> Bool { PersonWords.humanModifiers.contains(sentence.text(index)) }

  /// Another team is people; `our team` and `the team` speak of the authors.
  private func team(_ start: Int, _ end: Int) -> Subject {
    let isNamed = (start..<end).contains { !Grammar.determiners.contains(sentence.text($0)) }
    return isNamed && sentence.text(start) != "our" ? .person(start) : .organisation(start)
  }

  /// One capitalised word without an article that is no product: only trusted with verbs that people alone have.
  private func looksLikeName(_ start: Int, _ end: Int) -> Bool {
    let word = sentence.words[end]
    guard word.isCapitalised, start == end, word.text.utf8.count > 2, !word.text.hasSuffix("s") else { return false }
    return !finder.people.teams.contains(word.text) && !Grammar.determiners.contains(word.text)
      && !["it", "this", "these", "those", "then", "just", "oops"].contains(word.text)
      && word.text.utf8.allSatisfy(Letters.isLetter)
  }
}
