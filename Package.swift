// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the house: arrows in `dependencies` only point at modules declared above it.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: [], swiftSettings: house, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, swiftSettings: house)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "debrief",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "debrief", targets: ["debrief"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),

    .systemLibrary(name: "CLinux"),

    module("Diagnostics"),
    module("RPC", ["Diagnostics"]),
    module("Server", []),
    module("Statistics"),
    module("Markdown", ["CMarkGFM", "Diagnostics", yams, toml]),
    module("Language", ["Diagnostics", "Markdown"]),
    module("PostMortems", ["Diagnostics", "Markdown", "Language"]),
    module("KnowledgeBase", ["Diagnostics", "Markdown", "Language", "PostMortems", "Statistics"]),
    module("OpenData", ["Diagnostics", "Markdown", "PostMortems", "KnowledgeBase"]),
    module("Validation", ["Diagnostics", "Markdown", "PostMortems", "KnowledgeBase"]),
    module("Search", []),
    module("Templates", ["Diagnostics", "Language"], plugins: ["EmbedTemplates"]),
    module(
      "LanguageServer", ["Diagnostics", "RPC", "Markdown", "PostMortems", "KnowledgeBase", "Validation"]),
    module(
      "Site",
      [
        "Diagnostics", "Language", "Markdown", "PostMortems", "KnowledgeBase", "Statistics", "OpenData", "Validation",
        "Search",
        "Templates",
      ]),
    module("Exchange", ["Diagnostics", "Markdown", "PostMortems", "KnowledgeBase", "OpenData", "Validation", yams]),
    module("Database", ["OpenData", grdb, sqlite]),
    module(
      "Pipeline",
      [
        "Diagnostics", "Language", "Markdown", "PostMortems", "KnowledgeBase", "Validation", "Search", "Templates",
        "Site", "OpenData", "Exchange", "Database", "RPC", "Server", "LanguageServer", "CLinux", subprocess,
      ]),
    .executableTarget(
      name: "debrief",
      dependencies: [
        "Diagnostics", "Exchange", "LanguageServer", "Pipeline", "PostMortems", "RPC", "Server", "Site", "Validation",
        "KnowledgeBase", arguments,
      ],
      swiftSettings: house, plugins: ["EmbedCommit"]),

    .executableTarget(name: "embed-commit", swiftSettings: house),
    .plugin(
      name: "EmbedCommit", capability: .buildTool(), dependencies: ["embed-commit"], path: "Sources/EmbedCommit"),
    .executableTarget(name: "embed-templates", swiftSettings: house),
    .plugin(
      name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"],
      path: "Sources/EmbedTemplates"),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics", "Markdown", "PostMortems", "KnowledgeBase"],
      path: "Tests/TestSupport", swiftSettings: house),
    .target(
      name: "Fuzzing",
      dependencies: [
        "Diagnostics", "Language", "Markdown", "PostMortems", "KnowledgeBase", "Validation", "Search", "Templates",
        "Exchange",
      ],
      path: "Tests/Fuzzing", exclude: ["Corpus", "fuzz.sh"], swiftSettings: house),
    tests("Fuzzing", []),
    tests("Diagnostics", []),
    tests("RPC", ["Diagnostics"]),
    tests("Server", []),
    tests("Statistics", []),
    tests("Markdown", ["Diagnostics"]),
    tests("Language", ["Diagnostics"]),
    tests("PostMortems", ["Diagnostics", "Markdown"]),
    tests("KnowledgeBase", ["Diagnostics", "Markdown", "PostMortems", "Statistics"]),
    tests("OpenData", ["Diagnostics", "KnowledgeBase", "PostMortems"]),
    tests("Database", ["KnowledgeBase", "OpenData"]),
    tests("Validation", ["Diagnostics", "Markdown", "PostMortems", "KnowledgeBase"]),
    tests("LanguageServer", ["Diagnostics", "KnowledgeBase", "PostMortems", "RPC"]),
    tests("Search", []),
    tests("Templates", ["Diagnostics", "Language", mustache]),
    tests(
      "Site",
      ["Diagnostics", "KnowledgeBase", "Language", "OpenData", "Markdown", "PostMortems", "Statistics", "Templates"]),
    tests("Exchange", ["Diagnostics", "KnowledgeBase", "Markdown", "PostMortems", "Validation"]),
    tests("Pipeline", ["Diagnostics", "Exchange", "KnowledgeBase", "PostMortems", "Site", "Validation"]),
  ]
)

// What is published carries none of ICU's data (Packaging/static.sh says why, and names the symbol).
if let symbol = Context.environment["DEBRIEF_EMPTY_ICU_DATA"] {
  package.targets.append(
    .target(name: "EmptyICUData", path: "Packaging/EmptyICUData", cSettings: [.define("ICU_DATA", to: symbol)]))
  package.targets.first { $0.name == "debrief" }?.dependencies.append("EmptyICUData")
}

// The driver needs the address sanitizer and its coverage; an ordinary build must not.
if Context.environment["DEBRIEF_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Fuzzing"], path: "Tests/FuzzingDriver", swiftSettings: house,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
