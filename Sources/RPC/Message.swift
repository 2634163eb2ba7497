package import Diagnostics

/// The number or text by which an answer finds its request.
package enum RequestID: Hashable, Sendable {
  case number(Int)
  case text(String)

  init?(_ value: JSONValue) {
    switch value {
    case .int(let number): self = .number(number)
    case .string(let text): self = .text(text)
    default: return nil
    }
  }

  package var json: JSONValue {
    switch self {
    case .number(let number): .int(number)
    case .text(let text): .string(text)
    }
  }
}

/// One message of JSON-RPC 2.0 as it was received.
package enum Message: Equatable, Sendable {
  case request(id: RequestID, method: String, parameters: JSONValue?)
  case notification(method: String, parameters: JSONValue?)
  /// An answer to a request of ours; the id is nil where the other side could not read it.
  case response(id: RequestID?)
  /// Something else, with the answer that it deserves.
  case invalid(id: RequestID?, RPCError)

  /// Reads one JSON document: a message, or a batch of them.
  package static func read(_ bytes: [UInt8]) -> (messages: [Message], isBatch: Bool) {
    let document: JSONValue
    do throws(JSONParser.Failure) {
      document = try JSONParser.parse(bytes)
    } catch {
      return ([.invalid(id: nil, .parseError(error.description))], false)
    }
    guard let items = document.items else { return ([Message(document)], false) }
    if items.isEmpty { return ([.invalid(id: nil, .invalidRequest("the batch is empty"))], false) }
    return (items.map { Message($0) }, true)
  }

  init(_ value: JSONValue) {
    guard case .object = value else {
      self = .invalid(id: nil, .invalidRequest("it is no object"))
      return
    }
    let id = value["id"].flatMap { RequestID($0) }
    guard value["jsonrpc"]?.string == "2.0" else {
      self = .invalid(id: id, .invalidRequest("'jsonrpc' is not \"2.0\""))
      return
    }
    guard let method = value["method"] else {
      let isResponse = value["result"] != nil || value["error"] != nil
      self = isResponse ? .response(id: id) : .invalid(id: id, .invalidRequest("it has no 'method'"))
      return
    }
    self.init(method: method, id: id, hasID: value["id"] != nil, parameters: value["params"])
  }

  private init(method: JSONValue, id: RequestID?, hasID: Bool, parameters: JSONValue?) {
    switch parameters {
    case nil, .object, .array: break
    default:
      self = .invalid(id: id, .invalidRequest("'params' is neither an object nor an array"))
      return
    }
    if let method = method.string, let id {
      self = .request(id: id, method: method, parameters: parameters)
    } else if let method = method.string, !hasID {
      self = .notification(method: method, parameters: parameters)
    } else {
      let reason = method.string == nil ? "'method' is no text" : "'id' is neither a whole number nor a text"
      self = .invalid(id: id, .invalidRequest(reason))
    }
  }
}
