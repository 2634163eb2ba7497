internal import Markdown
enum FailureSignatureReader { static func signatures(in document: Document) -> [FailureSignature] { [] } }
