import Testing

@testable import Exchange

@Suite("The place in which a knowledge base begins")
struct StartFactsTests {
  @Test(arguments: [
    ("https://github.com/Acme/shop-api.git", "https://acme.github.io/shop-api"),
    ("git@github.com:Acme/shop-api.git", "https://acme.github.io/shop-api"),
    ("ssh://git@gitlab.com:22/group/sub/infra", "https://group.gitlab.io/sub/infra"),
    ("https://git.example.org/a/b", nil),
  ])
  func guessesWhereItIsPublished(address: String, url: String?) throws {
    #expect(try #require(RemoteAddress(address)).pagesURL == url)
  }

  @Test func neverRepeatsAPassword() throws {
    let remote = try #require(RemoteAddress("https://kim:secret@gitlab.com/group/infra.git"))
    #expect(remote.cloneURL == "https://gitlab.com/group/infra.git")
    #expect(remote.service == .gitLab)
    #expect(
      remote.editURL(branch: "main", input: "docs") == "https://gitlab.com/group/infra/-/edit/main/docs/{file}")
  }

  @Test(arguments: [
    "/srv/git/a.git", "../a", "file:///srv/a", "", "https://", "https://host", "x y@h:a b", "https://h/\"a",
  ])
  func takesAFolderForNoAddress(address: String) {
    #expect(RemoteAddress(address) == nil)
  }

  @Test(arguments: [
    ("payments-api", "Payments api post-mortems"), ("post-mortems", "Post mortems"), ("", "Post-mortems"),
    ("infra_postmortems", "Infra postmortems"),
  ])
  func namesItAfterItsFolder(name: String, title: String) {
    #expect(StartFacts(name: name).title == title)
  }
}
