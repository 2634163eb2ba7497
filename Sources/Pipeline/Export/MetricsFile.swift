internal import Exchange
internal import KnowledgeBase
internal import Site

/// The gauges that a Prometheus server reads from the published site.
enum MetricsFile {
  static func file(_ base: KnowledgeBase, owed: OwedPostMortems?, addresses: PageAddresses) -> OutputFile {
    let options = ExportOptions(addresses: addresses, owed: owed?.verdicts)
    return OutputFile(
      path: DataPaths.metrics, content: .rendered { $0 += PrometheusMetrics.document(of: base, options) })
  }
}
