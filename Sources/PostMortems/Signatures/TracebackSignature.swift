extension Traceback {
  /// How many frames make a signature: enough to tell two callers of one helper apart, few enough to survive changes
  /// further out.
  static let signatureFrames = 3

  /// `requests.exceptions.ConnectTimeout in checkout.payment:charge < checkout.api:post`: the exception and the
  /// innermost frames of the program, the innermost first; of packages where the program has none; the masked message
  /// where there is no frame at all. Recursion counts as one frame, so its depth does not matter.
  var signature: String {
    var application: [String] = []
    var package: [String] = []
    var library: [String] = []
    for frame in frames {
      let (module, origin) = ModulePath.module(of: frame.path)
      let name = frame.function.isEmpty ? module : "\(module):\(frame.function)"
      switch origin {
      case .application: if application.last != name { application.append(name) }
      case .package: if package.last != name { package.append(name) }
      case .standardLibrary: if library.last != name { library.append(name) }
      case .synthetic: break
      }
    }
    let candidates = [application, package, library].first { !$0.isEmpty } ?? []
    guard !candidates.isEmpty else {
      let message = ValueMask.masked(message)
      return message.isEmpty ? exception : "\(exception): \(message)"
    }
    return "\(exception) in " + candidates.suffix(Self.signatureFrames).reversed().joined(separator: " < ")
  }
}

extension RaisedException {
  /// The signature of a line that is nothing but a raised exception, such as
  /// `django.db.utils.OperationalError: FATAL: too many clients`; nil for names that say nothing by themselves.
  static func signature(ofLine bytes: [UInt8]) -> String? {
    var start = bytes.firstIndex { !$0.isBlank } ?? 0
    for prefix in ["Caused by: ", "Uncaught "] where bytes[start...].starts(with: prefix.utf8) {
      start += prefix.utf8.count
    }
    guard bytes.count - start <= 1000, let raised = read(bytes, from: start), isTelling(raised) else { return nil }
    let message = ValueMask.masked(raised.message)
    guard message.utf8.filter(\.isLetter).count >= 8 else {
      return raised.type.contains(".") ? raised.type : nil
    }
    return "\(raised.type): \(message)"
  }

  private static func isTelling(_ raised: RaisedException) -> Bool {
    guard let last = raised.type.split(separator: ".").last else { return false }
    let isPlain = ["Error", "Exception", "Warning", "Failure", "Fault", "Timeout", "Exit"].contains(raised.type)
    return !isPlain && (last.hasSuffix("Error") || last.hasSuffix("Exception") || last.hasSuffix("Timeout"))
  }
}
