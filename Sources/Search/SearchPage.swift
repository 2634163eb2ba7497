/// What `templates/assets/search.js` expects of the page that loads it.
///
/// Four classic scripts, deferred and in this order: `assets/search-words.js` (terms and queries),
/// `assets/search-ranking.js` (the files of the index and the ranking), `search/index.js` (the index's first file, which
/// may also come later), `assets/search.js` (the page). The markup:
///
/// - `form#search-form` with `data-root`, the relative way to the root of the site (`""` or `"../"`), below which
///   `search/…js` and the addresses of the results lie. The script does nothing on a page without this form.
/// - `input#search-input` (or a `textarea`, which keeps the lines of a pasted traceback) in the form, named `q`.
/// - `#search-status` with `role="status"`, which receives "12 results".
/// - `#search-suggestion`, which receives "Did you mean …?" and what else was understood otherwise than typed.
/// - `#search-advice`, which receives what to do where nothing was found.
/// - `#search-columns`, hidden while there is nothing to show, around:
///   - `details#search-narrow` around `#search-facets`, which receives a `fieldset` of checkboxes a facet, with counts,
///     beyond six in a `details`; open on wide screens;
///   - `ol#search-results`, which receives `li.search-result`: `h2 > a`, `p.search-facts` (`time`, `.search-severity`,
///     `.search-service`, `.search-cause`), up to two `p.search-excerpt`, `p.search-mitigation`, `p.search-why`; the
///     words that were found are `mark`;
///   - `button#search-more` with `hidden`, which shows ten results more.
/// - `#search-browse`, lists to browse, shown while there are no results.
///
/// The address holds the state: `?q=…&severity=SEV1&service=…`, a parameter per chosen value. The script makes elements
/// and text only, sets no style and requests nothing but the files of the index.
package enum SearchPage {
  /// The facets in the order in which they are offered; also the names of their parameters in the address.
  package static let facets = SearchFacet.allCases.map(\.rawValue)
}
