/// Who does what a verb says.
enum Subject: Equatable, Sendable {
  /// A person or a role; the index is the first word of the phrase.
  case person(Int)
  /// `We`, or the authors' own team.
  case organisation(Int)
  /// `Nobody`, `no engineer`, `any operator`: what is said holds for all, and blames none.
  case nobody
  /// The sentence begins with the verb, as notes do.
  case implied
  /// A system, an organisation, users: anything else.
  case other

  var start: Int? {
    switch self {
    case .person(let index), .organisation(let index): index
    default: nil
    }
  }
}

/// Finds the subject of a verb by walking from the verb to the left: over auxiliaries and adverbs to a noun, from a
/// noun behind a preposition to the noun that it belongs to, over an inserted clause to what stands before it.
struct SubjectFinder {
  let sentence: Sentence
  /// The sentences of the block before this one, for `they`.
  let before: ArraySlice<Sentence>
  let people: People

  /// The subject of the verb whose first word has an index; `isMental` holds for verbs that only people have.
  func subject(of verb: Int, isMental: Bool = false) -> Subject {
    subject(of: verb, isMental: isMental, depth: 0)
  }

  private func subject(of verb: Int, isMental: Bool, depth: Int) -> Subject {
    guard depth < 4 else { return .other }
    var index = verb - 1
    var gap = sentence.words[verb].gap
    while index >= 0, gap != .stop, isBetween(index, gap) {
      gap = sentence.words[index].gap
      index -= 1
    }
    guard index >= 0 else { return .implied }
    let text = sentence.text(index)
    if Grammar.coordinators.contains(text) { return sharedSubject(before: index, isMental, depth) }
    if text == "who" { return antecedent(of: index) }
    if text == "which" || text == "that" { return relative(index, isMental, depth) }
    if gap == .stop || gap == .comma { return acrossInsertion(index, isMental, depth) }
    return NounPhrase(sentence: sentence, finder: self).subject(endingAt: index, isMental: isMental)
  }

  private func isBetween(_ index: Int, _ gap: Word.Gap) -> Bool {
    let text = sentence.text(index)
    if Grammar.auxiliaries.contains(text) || Grammar.isAdverb(text) || text.hasSuffix("n't") { return true }
    if text == "to" {
      return ["seems", "seemed", "appears", "appeared", "seem", "appear"].contains(sentence.text(index - 1))
    }
    return ["seems", "seemed", "appears", "appeared", "seem", "appear"].contains(text)
      && sentence.text(index + 1) == "to"
  }

  /// `who`: a person, unless the word before says that they are users.
  private func antecedent(of index: Int) -> Subject {
    guard index > 0 else { return .other }
    return NounPhrase(sentence: sentence, finder: self).nearest(endingAt: index - 1, isMental: true)
  }

  private func relative(_ index: Int, _ isMental: Bool, _ depth: Int) -> Subject {
    guard index > 0, sentence.text(index) == "that", sentence.words[index].gap == .space else { return .other }
    return NounPhrase(sentence: sentence, finder: self).subject(endingAt: index - 1, isMental: isMental)
  }

  /// `The engineer, who was new, forgot`: what stands before the insertion.
  private func acrossInsertion(_ index: Int, _ isMental: Bool, _ depth: Int) -> Subject {
    var opening = index
    while opening > 0, index - opening < 14, sentence.words[opening].gap == .space { opening -= 1 }
    guard opening > 0, sentence.words[opening].gap != .space else { return .implied }
    let phrase = NounPhrase(sentence: sentence, finder: self)
    let found = phrase.subject(endingAt: opening - 1, isMental: isMental)
    guard let start = found.start, start == 0 || phrase.beginsClause(start) else { return .other }
    return found
  }

  /// `The engineer merged it and forgot`: the subject of the verb before.
  private func sharedSubject(before coordinator: Int, _ isMental: Bool, _ depth: Int) -> Subject {
    guard let start = clauseStart(before: coordinator) else { return .other }
    guard let verb = firstVerb(from: start, to: coordinator) else { return .other }
    let found = subject(of: verb, isMental: isMental, depth: depth + 1)
    if let begin = found.start, begin < start { return .other }
    return found
  }

  private func clauseStart(before coordinator: Int) -> Int? {
    var index = coordinator - 1
    while index > 0 {
      if sentence.words[index].gap == .stop { return index }
      let text = sentence.text(index)
      if text == "which" || text == "that" && !isReporting(sentence.text(index - 1)) { return nil }
      if Grammar.subordinators.contains(text), text != "as" { return index + 1 }
      index -= 1
    }
    return 0
  }

  private func isReporting(_ word: String) -> Bool {
    Grammar.isParticiple(word) || ["is", "was", "saw", "knew", "so", "means", "is", "because"].contains(word)
  }

  func firstVerb(from start: Int, to end: Int) -> Int? {
    var index = start + 1
    while index < end {
      let text = sentence.text(index)
      let previous = sentence.text(index - 1)
      let isVerb =
        Grammar.auxiliaries.contains(text) || Grammar.isParticiple(text) || Grammar.irregularPast.contains(text)
      if isVerb, !Grammar.determiners.contains(previous), !Grammar.prepositions.contains(previous) { return index }
      index += 1
    }
    return nil
  }

  /// Whether the nearest subject before a `they` is a person.
  func personPrecedes(_ index: Int) -> Bool {
    if index > 1, let verb = firstVerb(from: 0, to: index) {
      switch subject(of: verb, isMental: false, depth: 2) {
      case .person: return true
      case .other, .organisation, .nobody: return false
      case .implied: break
      }
    }
    guard let last = before.last, let verb = SubjectFinder(sentence: last, before: [], people: people).mainSubject
    else { return false }
    if case .person = verb { return true }
    return false
  }

  private var mainSubject: Subject? {
    firstVerb(from: 0, to: sentence.words.count).map { subject(of: $0, isMental: false, depth: 2) }
  }
}
