#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#elseif canImport(Glibc)
  import Glibc
#endif

// The only use of the C mathematics library; `lgamma` is left out because it writes a global and threads would race.

func exponential(_ x: Double) -> Double { exp(x) }

package func naturalLog(_ x: Double) -> Double { log(x) }

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

func complementaryErrorFunction(_ x: Double) -> Double { erfc(x) }
