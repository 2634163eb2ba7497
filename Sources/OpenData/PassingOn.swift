/// Called between the records of a long file: takes what bytes are there once they are many, and leaves none of them, so
/// that nobody ever holds the whole file.
package typealias PassingOn = (_ bytes: inout [UInt8]) -> Void
