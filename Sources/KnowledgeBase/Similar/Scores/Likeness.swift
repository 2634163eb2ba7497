/// How alike two reports are in their words: symmetric, 0…1, the same whoever asks.
///
/// Both must agree, the rare words and the kind of failure: look-alikes share the one (a component, a symptom) without
/// the other. The score is the geometric mean of the two cosines.
enum Likeness {
  /// What is left of a word that both titles hold: it names the symptom by which two incidents look alike.
  static let titleShare: Float = 0.2
  /// What two reports without a common mode keep.
  static let modeFloor: Float = 0.05

  static func score(_ first: IncidentProfile, _ second: IncidentProfile, confidence: Float) -> Float {
    score(words: words(first, second), first, second, confidence: confidence)
  }

  /// - Parameter words: `words(first, second)`, where it is known.
  static func score(words: Float, _ first: IncidentProfile, _ second: IncidentProfile, confidence: Float) -> Float {
    guard words > 0 else { return 0 }
    let modes = modeFloor + (1 - modeFloor) * modes(first, second)
    return (min(words, 1) * min(modes, 1)).squareRoot() * confidence
  }

  /// The cosine over words.
  static func words(_ first: IncidentProfile, _ second: IncidentProfile) -> Float {
    var sum: Float = 0
    eachShared(first, second) { sum += contribution(first.terms[$0], second.terms[$1]) }
    return sum
  }

  static func contribution(_ first: IncidentProfile.Term, _ second: IncidentProfile.Term) -> Float {
    first.weight * second.weight * (first.isInTitle && second.isInTitle ? titleShare : 1)
  }

  /// The indices of the terms of either that are of one word.
  static func eachShared(_ first: IncidentProfile, _ second: IncidentProfile, _ body: (Int, Int) -> Void) {
    first.terms.withUnsafeBufferPointer { first in
      second.terms.withUnsafeBufferPointer { second in
        var (left, right) = (0, 0)
        while left < first.count, right < second.count {
          let (one, other) = (first[left].word, second[right].word)
          if one == other { body(left, right) }
          if one <= other { left += 1 }
          if other <= one { right += 1 }
        }
      }
    }
  }

  /// The cosine over modes of failure.
  static func modes(_ first: IncidentProfile, _ second: IncidentProfile) -> Float {
    var sum: Float = 0
    eachSharedMode(first, second) { sum += $0.weight * $1.weight }
    return sum
  }

  static func sharedModes(_ first: IncidentProfile, _ second: IncidentProfile)
    -> [(IncidentProfile.Mode, IncidentProfile.Mode)]
  {
    var shared: [(IncidentProfile.Mode, IncidentProfile.Mode)] = []
    eachSharedMode(first, second) { shared.append(($0, $1)) }
    return shared
  }

  private static func eachSharedMode(
    _ first: IncidentProfile, _ second: IncidentProfile,
    _ body: (IncidentProfile.Mode, IncidentProfile.Mode) -> Void
  ) {
    var (left, right) = (0, 0)
    while left < first.modes.count, right < second.modes.count {
      let (one, other) = (first.modes[left].number, second.modes[right].number)
      if one == other { body(first.modes[left], second.modes[right]) }
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
  }
}
