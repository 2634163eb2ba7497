import Testing

@testable import Server

@Suite("Heads of requests")
struct RequestHeadTests {
  private func head(_ text: String) -> RequestHead? { RequestHead(Array(text.utf8)[...]) }

  @Test func haveAMethodAPathAQueryAndAHost() throws {
    let head = try #require(
      self.head("GET /a%20b/?page=x%2Fy&n=1+2&n=3&empty HTTP/1.1\r\nHost:  localhost:80 \r\n\r\n"))
    #expect(head.method == "GET")
    #expect(head.path == "/a%20b/")
    #expect(head.query == ["page": "x/y", "n": "3", "empty": ""])
    #expect(head.host == "localhost:80")
    #expect(!head.closes)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nConnection: Close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n",
    "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
  ])
  func endTheConnectionWhereABodyOrTheReaderWouldHaveIt(_ text: String) {
    #expect(head(text)?.closes == true)
  }

  @Test(arguments: [
    "", "\r\n\r\n", "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/2\r\n\r\n", "GET / x HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nhost: evil.example\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n",
    "GET / HTTP/1.1\r\nno header\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
  ])
  func thatCouldBeReadTwoWaysAreNone(_ text: String) {
    #expect(head(text) == nil)
  }

  @Test func thatAreNoUTF8AreNone() {
    #expect(RequestHead([0x47, 0x45, 0x54, 0x20, 0xFF, 0x20, 0x0D, 0x0A][...]) == nil)
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\r\n\r\nGET", 18), ("GET / HTTP/1.1\n\nGET", 16), ("\r\nGET / HTTP/1.1\r\n\r\n", 20),
    ("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 27),
  ])
  func endWithTheirFirstEmptyLine(_ text: String, _ length: Int) {
    #expect(RequestHead.length(in: Array(text.utf8)) == length)
  }

  @Test(arguments: ["", "\r\n", "\r\n\r\n", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\n\r"])
  func areWaitedForUntilTheyAreWhole(_ text: String) {
    #expect(RequestHead.length(in: Array(text.utf8)) == nil)
  }
}
