/// An axis from 0 in equal steps of 1, 2 or 5 times a power of ten.
struct CountAxis {
  let ticks: [Double]

  init(upTo maximum: Double, about count: Int = 4) {
    let rough = max(maximum, 1) / Double(max(count, 1))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    let step = [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? power * 10
    var ticks = [0.0]
    while (ticks.last ?? 0) < maximum { ticks.append((ticks.last ?? 0) + step) }
    if ticks.count == 1 { ticks.append(step) }
    self.ticks = ticks
  }

  var top: Double { ticks.last ?? 1 }
}
