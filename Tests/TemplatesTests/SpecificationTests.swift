import Testing

/// The rules of the Mustache specification, a case each; every case is also what swift-mustache writes.
struct SpecificationTests {
  struct Case: CustomTestStringConvertible {
    var rule: String
    var template: String
    var partials: [String: String] = [:]
    var page = SamplePage()
    var output: String
    var testDescription: String { rule }
  }

  static let danger = SamplePage(title: #"<b> & "c" 'd'"#, total: -40, limit: 7)

  static let values = [
    Case(rule: "text without tags is copied", template: "a } b { c\n", output: "a } b { c\n"),
    Case(
      rule: "two braces escape", template: "{{title}}", page: danger,
      output: "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    Case(rule: "three braces do not", template: "{{{title}}}", page: danger, output: #"<b> & "c" 'd'"#),
    Case(rule: "an ampersand does not", template: "{{& title }}", page: danger, output: #"<b> & "c" 'd'"#),
    Case(rule: "numbers are decimal", template: "{{total}}/{{limit}}", page: danger, output: "-40/7"),
    Case(
      rule: "an absent value writes nothing", template: "[{{summary}}{{{aside}}}{{limit}}]", output: "[]"),
    Case(rule: "white space in a tag is ignored", template: "|{{  title\t}}|", output: "|Cache stampede|"),
    Case(rule: "white space around a value is kept", template: "  {{total}} \n", output: "  0 \n"),
    Case(rule: "dots lead inwards", template: "{{author.name}}", output: "On-call"),
    Case(rule: "dots through an absent view write nothing", template: "[{{reviewer.name}}]", output: "[]"),
    Case(rule: "a flag is a word", template: "{{isDraft}} {{isPublic}}", output: "false true"),
    Case(
      rule: "a computed property is a value", template: "{{titleTwice}}",
      output: "Cache stampede Cache stampede"),
  ]

  static let people = SamplePage(
    words: ["x", "<y>"],
    items: [
      SampleItem(name: "a", note: "n", isOpen: true, tags: ["t", "u"]), SampleItem(name: "b", owner: SamplePerson()),
    ], reviewer: SamplePerson(name: "R", team: "T"))

  static let sections = [
    Case(rule: "a true flag shows its section", template: "{{#isPublic}}yes{{/isPublic}}", output: "yes"),
    Case(rule: "a false flag hides it", template: "[{{#isDraft}}yes{{/isDraft}}]", output: "[]"),
    Case(rule: "inverted, the other way round", template: "{{^isDraft}}no{{/isDraft}}", output: "no"),
    Case(rule: "a list is gone through", template: "{{#items}}{{name}};{{/items}}", page: people, output: "a;b;"),
    Case(rule: "an empty list is inverted", template: "{{^items}}none{{/items}}", output: "none"),
    Case(rule: "a full list is not", template: "[{{^items}}none{{/items}}]", page: people, output: "[]"),
    Case(
      rule: "a dot is the item", template: "{{#words}}{{.}}{{{.}}}{{/words}}", page: people, output: "xx&lt;y&gt;<y>"),
    Case(
      rule: "outer names are seen inside", template: "{{#items}}{{title}}|{{/items}}", page: people,
      output: "Cache stampede|Cache stampede|"),
    Case(
      rule: "an inner name hides an outer one", template: "{{#author}}{{#items}}{{name}}{{/items}}{{/author}}",
      page: people, output: "ab"),
    Case(
      rule: "an absent inner value hides an outer one",
      template: "{{#reviewer}}{{#author}}[{{team}}]{{/author}}{{/reviewer}}", page: people, output: "[]"),
    Case(
      rule: "a view opens its names", template: "{{#reviewer}}{{name}}/{{team}}{{/reviewer}}", page: people,
      output: "R/T"),
    Case(
      rule: "an absent view is inverted", template: "{{#reviewer}}a{{/reviewer}}{{^reviewer}}b{{/reviewer}}",
      output: "b"),
    Case(
      rule: "a present text opens once", template: "{{#items}}{{#note}}({{.}}){{/note}}{{^note}}-{{/note}}{{/items}}",
      page: people, output: "(n)-"),
    Case(
      rule: "lists nest", template: "{{#items}}{{name}}:{{#tags}}{{.}},{{/tags}} {{/items}}", page: people,
      output: "a:t,u, b: "),
    Case(
      rule: "a section may follow itself", template: "{{#isPublic}}1{{/isPublic}}{{#isPublic}}2{{/isPublic}}",
      output: "12"),
    Case(rule: "dots name a section", template: "{{#author.name}}{{.}}{{/author.name}}", output: "On-call"),
    Case(
      rule: "a computed list is a list", template: "{{#openItems}}{{name}}{{/openItems}}", page: people, output: "a"),
  ]

  static let whiteSpace = [
    Case(
      rule: "a section tag alone on its line leaves none", template: "|\n{{#isPublic}}\nx\n{{/isPublic}}\n|",
      output: "|\nx\n|"),
    Case(rule: "indented as well", template: "|\n  {{#isPublic}}  \nx\n\t{{/isPublic}}\n|", output: "|\nx\n|"),
    Case(rule: "at the end without a line end", template: "|\n{{^isDraft}}\nx\n{{/isDraft}}", output: "|\nx\n"),
    Case(rule: "with CRLF", template: "|\r\n{{#isPublic}}\r\nx\r\n{{/isPublic}}\r\n|", output: "|\r\nx\r\n|"),
    Case(rule: "two tags on a line keep it", template: " {{#isPublic}}x{{/isPublic}}\n", output: " x\n"),
    Case(rule: "a value keeps its line", template: "  {{total}}\n", output: "  0\n"),
    Case(rule: "a comment leaves nothing", template: "a{{! b }}c", output: "ac"),
    Case(rule: "nor a line", template: "a\n  {{! b\n c }}\nd", output: "a\nd"),
    Case(rule: "but keeps the white space of its line", template: "  12 {{! x }}\n", output: "  12 \n"),
    Case(
      rule: "delimiters can change", template: "{{=<% %>=}}(<%title%>{{title}})", output: "(Cache stampede{{title}})"),
    Case(rule: "and leave no line", template: "a\n{{=| |=}}\n|total|\n", output: "a\n0\n"),
    Case(rule: "and change back", template: "{{=| |=}}|total||={{ }}=|{{total}}", output: "00"),
    Case(
      rule: "they do not reach into partials", template: "{{=| |=}}|>p|", partials: ["p": "{{total}}|total|"],
      output: "0|total|"),
  ]

  static let partials = [
    Case(
      rule: "a partial is put in place", template: "[{{> p}}]", partials: ["p": "from {{total}}"], output: "[from 0]"),
    Case(
      rule: "it sees the contexts around it", template: "{{#words}}{{>p}}{{/words}}", partials: ["p": "{{.}}{{total}}"],
      page: people, output: "x0&lt;y&gt;0"),
    Case(
      rule: "it may hold itself",
      template: "{{#items}}{{>p}}{{/items}}", partials: ["p": "{{name}}<{{#children}}{{>p}}{{/children}}>"],
      page: SamplePage(items: [
        SampleItem(
          name: "1", children: [SampleItem(name: "2", children: [SampleItem(name: "3")]), SampleItem(name: "4")])
      ]), output: "1<2<3<>>4<>>"),
    Case(
      rule: "inline, it keeps the line", template: "  {{total}}  {{> p}}\n", partials: ["p": ">\n>"],
      output: "  0  >\n>\n"),
    Case(
      rule: "alone on its line, it indents each of its lines", template: "\\\n {{>p}}\n/\n",
      partials: ["p": "|\n{{{title}}}\n|\n"], page: SamplePage(title: "<\n->"), output: "\\\n |\n <\n->\n |\n/\n"),
    Case(rule: "alone without a line end", template: "!\n  {{>p}}", partials: ["p": ">\n>"], output: "!\n  >\n  >"),
    Case(
      rule: "indentation adds up", template: " {{>p}}\n", partials: ["p": "a\n {{>q}}\n", "q": "b\nc\n"],
      output: " a\n  b\n  c\n"),
    Case(rule: "a path names it", template: "{{> a/b }}", partials: ["a/b": "x"], output: "x"),
  ]

  static let inheritance = [
    Case(rule: "a block shows its default", template: "{{$t}}Default {{total}}{{/t}}\n", output: "Default 0\n"),
    Case(
      rule: "an override replaces it", template: "{{<p}}{{$t}}mine{{/t}}{{/p}}",
      partials: ["p": "...{{$t}}default{{/t}}..."], output: "...mine..."),
    Case(
      rule: "one block may be left as it is", template: "{{<p}}{{$b}}two{{/b}}{{/p}}",
      partials: ["p": "{{$a}}one{{/a}}, {{$b}}1{{/b}}"], output: "one, two"),
    Case(
      rule: "the outermost override wins", template: "{{<p}}{{$a}}c{{/a}}{{/p}}",
      partials: ["p": "{{<q}}{{$a}}p{{/a}}{{/q}}", "q": "{{$a}}g{{/a}}"], output: "c"),
    Case(
      rule: "a middle one wins otherwise", template: "{{<p}}{{/p}}",
      partials: ["p": "{{<q}}{{$a}}p{{/a}}{{/q}}", "q": "{{$a}}g{{/a}}"], output: "p"),
    Case(
      rule: "text between blocks is ignored", template: "{{<p}} ab {{$a}}hmm{{/a}} cd {{/p}}",
      partials: ["p": "{{$a}}g{{/a}}"], output: "hmm"),
    Case(
      rule: "an override sees the contexts of the block's place", template: "{{<p}}{{$a}}I say {{name}}.{{/a}}{{/p}}",
      partials: ["p": "{{#author}}{{$a}}{{/a}}{{/author}}"], output: "I say On-call."),
    Case(
      rule: "a block's place indents it", template: "{{<p}}{{$a}}\n    one\n     two\n{{/a}}{{/p}}",
      partials: ["p": "Hi,\n  {{$a}}\n  {{/a}}\n"], output: "Hi,\n  one\n   two\n"),
    Case(
      rule: "a template alone on its line is indented", template: "Hi,\n  {{<p}}{{/p}}\n",
      partials: ["p": "one\ntwo\n"], output: "Hi,\n  one\n  two\n"),
    Case(
      rule: "overrides reach into partials", template: "{{<p}}{{$a}}A{{/a}}{{/p}}",
      partials: ["p": "{{>q}}", "q": "({{$a}}q{{/a}})"], output: "(A)"),
    Case(
      rule: "templates may call each other with other blocks",
      template: "{{<p}}{{$f}}override{{/f}}{{/p}}",
      partials: [
        "p": "{{$f}}default{{/f}} {{$b}}{{<q}}{{/q}}{{/b}}",
        "q": "{{$f}}q{{/f}} {{<p}}{{$b}}stop{{/b}}{{/p}}",
      ], output: "override override override stop"),
  ]

  static let functions = [
    Case(
      rule: "a place in a list can be asked",
      template: "{{#items}}{{index()}}{{#first()}}f{{/first()}}{{^last()}}, {{/last()}}{{/items}}", page: people,
      output: "0f, 1"),
    Case(
      rule: "odd and even", template: "{{#items}}{{#odd()}}o{{/odd()}}{{#even()}}e{{/even()}}{{/items}}", page: people,
      output: "eo"),
    Case(rule: "a list can be counted", template: "{{count(items)}}", page: people, output: "2"),
    Case(
      rule: "and asked whether it is empty",
      template: "{{^empty(items)}}<ul>{{#items}}.{{/items}}</ul>{{/empty(items)}}{{#empty(title)}}!{{/empty(title)}}",
      page: people, output: "<ul>..</ul>"),
    Case(
      rule: "escaping can be switched off", template: "{{% CONTENT_TYPE: TEXT}}\n{{title}}", page: danger,
      output: #"<b> & "c" 'd'"#),
  ]

  @Test(arguments: values + sections + whiteSpace + partials + inheritance + functions)
  func followsTheRule(_ example: Case) throws {
    let templates = example.partials.merging(["page": example.template]) { $1 }
    #expect(try render(templates, page: example.page) == example.output)
    #expect(try oracle(templates, page: example.page) == example.output)
  }
}
