import Testing

@testable import LanguageServer

@Suite struct EditedTextTests {}
