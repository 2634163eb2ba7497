/// Names of months and days of the week, whole or cut short, in English, German, French, Spanish and Dutch.
enum CalendarWords {
  /// Whether three bytes may begin a name of this table: letters of either case, as yes for any with an accent.
  static func mayBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    guard first.isASCIILetter else { return first == 0xC3 }
    guard second.isASCIILetter else { return second == 0xC3 }
    guard third.isASCIILetter else { return third == 0xC3 }
    let pair = 32 * Int(first & 0x1F) + Int(second & 0x1F)
    return beginnings[pair] & (1 << UInt32(third & 0x1F)) != 0
  }

  /// For each pair of letters the third ones as bits; no name is shorter.
  private static let beginnings: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 32 * 32)
    for name in [months.keys, weekdays.keys].joined() {
      let letters = name.utf8.prefix(3).map { Int($0 & 0x1F) }
      table[32 * letters[0] + letters[1]] |= 1 << UInt32(letters[2])
    }
    return table
  }()

  /// 1 for January … 12 for December, by lower-case name.
  static func month(_ word: String) -> Int? { months[word] }

  /// 0 for Monday … 6 for Sunday, by lower-case name.
  static func weekday(_ word: String) -> Int? { weekdays[word] }

  /// Words that are rarely a month unless they are capitalised.
  static let everydayMonths: Set<String> = ["may", "march", "mar", "dec", "sept", "jan", "mars", "marco"]

  private static let months: [String: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10,
    "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12, "januar": 1, "februar": 2, "mai": 5, "juni": 6,
    "juli": 7, "oktober": 10, "dezember": 12, "janvier": 1, "avril": 4, "juin": 6, "juillet": 7, "septembre": 9,
    "octobre": 10, "novembre": 11, "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7,
    "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "januari": 1, "februari": 2,
    "maart": 3, "mei": 5, "augustus": 8, "marz": 3, "fevrier": 2, "mars": 3, "aout": 8, "decembre": 12, "gennaio": 1,
    "febbraio": 2, "aprile": 4, "maggio": 5, "giugno": 6, "luglio": 7, "settembre": 9, "ottobre": 10, "dicembre": 12,
    "janeiro": 1, "fevereiro": 2, "marco": 3, "maio": 5, "junho": 6, "julho": 7, "setembro": 9, "outubro": 10,
    "novembro": 11, "dezembro": 12,
  ]

  private static let weekdays: [String: Int] = [
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "wed": 2, "weds": 2, "thursday": 3,
    "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6, "montag": 0,
    "dienstag": 1,
    "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6, "lundi": 0, "mardi": 1,
    "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6, "lunes": 0, "martes": 1, "jueves": 3,
    "viernes": 4, "domingo": 6, "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5,
    "zondag": 6,
  ]
}
