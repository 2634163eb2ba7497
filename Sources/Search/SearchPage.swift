/// What `templates/assets/search.js` expects of the page that loads it, as a deferred classic script.
///
/// - `form#search-form` with `data-root`, the relative way to the root of the site (`""` or `"../"`), below which
///   `search/…js` and the addresses of the results lie. The script does nothing on a page without this form.
/// - `input#search-input` (or a `textarea`, which keeps the lines of a pasted traceback) in the form, named `q`.
/// - `#search-status` with `role="status"`, which receives "12 results".
/// - `#search-suggestion`, which receives "Did you mean …?".
/// - `#search-facets`, which receives a `fieldset` of checkboxes a facet, with counts, beyond six in a `details`.
/// - `ol#search-results`, which receives `li.search-result`: `h2 > a`, `p.search-facts` (`time`, `.search-severity`,
///   `.search-service`, `.search-cause`), up to two `p.search-excerpt`, `p.search-mitigation`, `p.search-why`; the words
///   that were found are `mark`.
/// - `button#search-more` with `hidden`, which shows ten results more.
///
/// The address holds the state: `?q=…&severity=SEV1&service=…`, a parameter per chosen value. The script makes elements
/// and text only, sets no style and requests nothing but the files of the index.
package enum SearchPage {
  /// The facets in the order in which they are offered; also the names of their parameters in the address.
  package static let facets = SearchFacet.allCases.map(\.rawValue)
}
