internal import ArgumentParser
internal import Exchange
internal import Pipeline
internal import PostMortems

/// The option of commands whose output links pages of the site.
struct SiteArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Absolute address of the published site, for links. Default: what the settings say.", valueName: "url"))
  var baseURL: String?

  func addresses(_ reading: Reading) -> PageAddresses {
    SiteAddresses.addresses(baseURL: baseURL ?? reading.settings.settings.baseURL)
  }
}
