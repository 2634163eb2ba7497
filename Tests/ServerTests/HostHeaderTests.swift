import Testing

@testable import Server

@Suite("The host of a request")
struct HostHeaderTests {
  @Test(arguments: ["localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8080"])
  func isThisMachine(_ host: String) {
    #expect(HostHeader.isLocal(host))
  }

  @Test(arguments: [
    nil, "", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:", "localhost:8080x",
    "10.0.0.1",
    "localhost@evil.example", "[::2]",
  ])
  func isAnother(_ host: String?) {
    #expect(!HostHeader.isLocal(host))
  }
}
