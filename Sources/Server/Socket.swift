#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A connected or listening socket of this machine's own address; closed with its last owner.
final class Socket: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Why the system refused, as it numbers and names it.
  struct Failure: Error {
    let code: Int32
    var reason: String { String(cString: strerror(code)) }

    static var latest: Failure { Failure(code: errno) }
  }

  // MARK: - Listening

  /// - Parameter port: 0 for any that is free.
  static func listening(port: UInt16) throws(Failure) -> Socket {
    let descriptor = socket(AF_INET, streamType, 0)
    guard descriptor >= 0 else { throw .latest }
    let result = Socket(descriptor)
    result.set(SOL_SOCKET, SO_REUSEADDR, 1)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A reader who is gone before being taken must not hold up the others.
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    let bound = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0, listen(descriptor, 64) == 0 else { throw .latest }
    return result
  }

  /// The port that the system gave.
  var port: UInt16 {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// The next connection; nil once `stop` can be read from.
  func accepted(stop: Socket) throws(Failure) -> Socket? {
    while true {
      guard isReadable(or: stop) else { return nil }
      let taken = accept(descriptor, nil, nil)
      if taken >= 0 {
        let connection = Socket(taken)
        connection.prepare()
        return connection
      }
      switch errno {
      // No descriptors are left for the moment: those of other connections come free.
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: _ = poll(nil, 0, 100)
      case EBADF, EINVAL, ENOTSOCK: throw .latest
      default: continue
      }
    }
  }

  /// Two sockets of which each reads what the other sends.
  static func pair() throws(Failure) -> (Socket, Socket) {
    var descriptors: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, streamType, 0, &descriptors) == 0 else { throw .latest }
    let pair = (Socket(descriptors[0]), Socket(descriptors[1]))
    pair.0.prepare()
    pair.1.prepare()
    return pair
  }

  private func isReadable(or stop: Socket) -> Bool {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waits, 2, -1) < 0, errno == EINTR {}
    return waits[1].revents == 0
  }

  private func prepare() {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, 0)
    // Who neither sends nor takes anything for this long is gone.
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    set(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    #if canImport(Darwin)
      set(SOL_SOCKET, SO_NOSIGPIPE, 1)
    #endif
  }

  private func set(_ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  // MARK: - Bytes

  /// What has come, at most `limit` bytes; nil where the other side is done, gone, or silent for too long.
  func received(limit: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var read = recv(descriptor, buffer.baseAddress, limit, 0)
      while read < 0, errno == EINTR { read = recv(descriptor, buffer.baseAddress, limit, 0) }
      count = max(0, read)
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// Whether all bytes were taken.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Self.system(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count > 0 {
          sent += count
        } else if count == 0 || errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// Ends the conversation in both directions, whoever still holds the socket.
  func end() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  private static func system(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.send(descriptor, bytes, count, 0)
    #elseif canImport(Musl)
      Musl.send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
    #else
      Glibc.send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
    #endif
  }

  private static var streamType: Int32 {
    #if canImport(Glibc)
      Int32(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }
}
