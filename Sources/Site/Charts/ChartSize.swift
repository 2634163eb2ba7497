/// The two sizes in which every chart is drawn, so that its words stay readable on a telephone.
enum ChartSize: String, CaseIterable, Sendable {
  case wide, narrow

  /// Of the drawing, in pixels at full size.
  var width: Double { self == .wide ? 720 : 320 }

  /// Roughly how wide a letter of a label is.
  static let letterWidth = 8.0
}
