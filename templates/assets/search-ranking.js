/* Ranking in the browser: that of Sources/Search, over the files it writes to search/. Needs search-words.js. */
(function () {
"use strict";

const { useTables, tables, bytes, tokens, leaves, stem, parse } = globalThis.debriefWords;

/* ---- Loading: every file is a classic script that calls one of five functions ---- */

const engine = { load: null, manifest: null, facets: null, vocabulary: null, shards: new Map(), documents: new Map() };
const VALUE = new Uint8Array(128);
for (let code = 0x21, value = 0; code <= 0x7e; code++) {
  if (code !== 0x22 && code !== 0x5c && code !== 0x3c) VALUE[code] = value++;
}

/* Reads the numbers of ShardEncoding from a string. */
class Reader {
  constructor(text) { this.text = text; this.at = 0; }
  get more() { return this.at < this.text.length; }
  digit() { return VALUE[this.text.charCodeAt(this.at++)]; }
  number() {
    const first = this.digit();
    if (first < 60) return first;
    if (first < 90) return 60 + (first - 60) * 91 + this.digit();
    return (this.digit() * 91 + this.digit()) * 91 + this.digit();
  }
  distances() {
    const all = [];
    for (let last = -1; this.more; all.push(last)) last += this.number() + 1;
    return all;
  }
}

globalThis.debriefSearch = function (manifest) {
  const m = engine.manifest = manifest;
  m.continued = new Set(m.continues);
  useTables(manifest);
};

globalThis.debriefFacets = function (facets) {
  for (const name of Object.keys(facets)) {
    const list = facets[name], values = [];
    for (let i = 0; i < list.length; i += 2) {
      values.push({ name: list[i], documents: new Reader(list[i + 1]).distances() });
    }
    facets[name] = values;
  }
  engine.facets = facets;
};

globalThis.debriefTerms = function (number, text) {
  const parts = text.split(" "), terms = [];
  let previous = "";
  for (let i = 0; i + 1 < parts.length; i += 2) {
    previous = previous.slice(0, VALUE[parts[i].charCodeAt(0)]) + parts[i].slice(1);
    terms.push({ term: previous, text: parts[i + 1], more: [], postings: null });
  }
  engine.shards.set(number, terms);
};

globalThis.debriefDocuments = function (number, list) { engine.documents.set(number, list); };

globalThis.debriefVocabulary = function (text) {
  const words = [];
  let previous = "";
  text.split(" ").forEach((part, i) => {
    /* Between two blanks stand the class of one word and the beginning of the next. */
    if (i > 0) words[i - 1].size = VALUE[part.charCodeAt(0)];
    const head = i > 0 ? part.slice(1) : part;
    if (!head) return;
    previous = previous.slice(0, VALUE[head.charCodeAt(0)]) + head.slice(1);
    words.push({ term: previous, size: 0 });
  });
  engine.vocabulary = words;
};

/* ---- Terms of the index. What is not loaded yet is noted in `missing`, loaded, and the answer worked out anew ---- */

const PREFIX_LIMIT = 3;
let missing = new Set();

function shardsWithPrefix(prefix, limit) {
  const first = engine.manifest.firstTerms, continued = engine.manifest.continued;
  if (!first.length) return [];
  let low = 0, high = first.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (first[middle] < prefix) low = middle + 1; else high = middle;
  }
  const start = low === 0 || first[low] === prefix && !continued.has(low) ? low : low - 1, numbers = [start];
  for (let n = start + 1; n < first.length && (n < start + limit || continued.has(n)) && first[n].startsWith(prefix); n++) {
    numbers.push(n);
  }
  return numbers;
}

/* Entries whose terms begin with the prefix; the parts of one term in several shards are one entry. */
function entriesWithPrefix(prefix, limit) {
  const found = [];
  for (const number of shardsWithPrefix(prefix, limit)) {
    const terms = engine.shards.get(number);
    if (!terms) { missing.add("terms-" + number); continue; }
    for (const entry of terms) {
      if (!entry.term.startsWith(prefix)) continue;
      const before = found[found.length - 1];
      if (!before || before.term !== entry.term) found.push(entry);
      else if (!before.more.includes(entry)) before.more.push(entry);
    }
  }
  return found;
}

const find = term => entriesWithPrefix(term, 1).find(entry => entry.term === term) || null;
const frequency = entry => new Reader(entry.text).number();

/* Documents, impacts and positions of an entry, decoded once. */
function postings(entry) {
  if (entry.postings && entry.postings.parts === entry.more.length) return entry.postings;
  const documents = [], impacts = [], starts = [0], positions = [];
  for (const part of [entry, ...entry.more]) {
    const reader = new Reader(part.text);
    reader.number();
    reader.number();
    for (let document = -1; reader.more;) {
      document += reader.number() + 1;
      const code = reader.digit();
      let count = code % 3;
      if (count === 2) count += reader.number();
      documents.push(document);
      impacts.push((code - code % 3) / 3 + 1);
      for (let last = 0; count > 0; count--) positions.push(last += reader.number());
      starts.push(positions.length);
    }
  }
  entry.postings = { documents, impacts, starts, positions, parts: entry.more.length };
  return entry.postings;
}

/* The positions of an entry in a document, or null where it does not occur. */
function positionsIn(entry, document) {
  const list = postings(entry);
  let low = 0, high = list.documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list.documents[middle] < document) low = middle + 1; else high = middle;
  }
  return list.documents[low] === document ? list.positions.slice(list.starts[low], list.starts[low + 1]) : null;
}

/* ---- Ranking: Variants.swift, Ranking.swift, Conditions.swift ---- */

function log2(value) {
  let exponent = 0;
  for (let v = value; v >= 2; v = Math.floor(v / 2)) exponent++;
  let mantissa = exponent >= 15 ? Math.floor(value / 2 ** (exponent - 15)) : value * 2 ** (15 - exponent), fraction = 0;
  for (let i = 0; i < 8; i++) {
    mantissa = Math.floor(mantissa * mantissa / 32768);
    fraction *= 2;
    if (mantissa >= 65536) { fraction++; mantissa = Math.floor(mantissa / 2); }
  }
  return exponent * 256 + fraction;
}

function weightOf(entries) {
  const n = engine.manifest.documents, count = Math.min(n, entries.reduce((sum, entry) => sum + frequency(entry), 0));
  return Math.max(16, log2(Math.floor((2 * n + 2) * 65536 / (2 * count + 1))) - 4096);
}

function stemEntries(word) {
  const root = stem(word), prefix = root.endsWith("i") ? root.slice(0, -1) : root;
  if (prefix.length < 3 || !/^[a-z]+$/.test(word)) return [];
  return entriesWithPrefix(prefix, PREFIX_LIMIT).filter(entry => entry.term !== word && stem(entry.term) === root);
}

function groupFor(word, query) {
  const exact = find(word.term), isStop = tables.stop.has(word.term);
  let variants = exact ? [{ entry: exact, factor: 16 }] : [];
  if (!isStop) variants = variants.concat(stemEntries(word.term).map(entry => ({ entry, factor: 14 })));
  const group = { position: word.position, variants, weight: 0, correction: null };
  if (variants.length) group.weight = weightOf(variants.map(variant => variant.entry));
  if (!query.isPaste && !isStop && (word.isPrefix || !variants.length) && bytes(word.term) >= 3) {
    const known = new Set(variants.map(variant => variant.entry)), factor = variants.length ? 5 : 12;
    /* Where the word itself exists, others are worth no further file. */
    const others = entriesWithPrefix(word.term, variants.length ? 1 : PREFIX_LIMIT).filter(entry => !known.has(entry))
      .map(entry => ({ entry, count: frequency(entry) }));
    others.sort((a, b) => b.count - a.count || (a.entry.term < b.entry.term ? -1 : 1));
    group.variants = variants.concat(others.slice(0, 16).map(({ entry }) => ({ entry, factor })));
  }
  return group;
}

function addJoined(groups, words) {
  for (let i = 1; i < words.length; i++) {
    if (words[i].position !== words[i - 1].position + 1) continue;
    const joined = find(words[i - 1].term + words[i].term);
    if (!joined) continue;
    for (const { variants } of [groups[i - 1], groups[i]]) {
      if (!variants.some(variant => variant.entry === joined)) variants.push({ entry: joined, factor: 16 });
    }
  }
}

const ROW = 32, rows = [new Uint8Array(ROW), new Uint8Array(ROW), new Uint8Array(ROW)];

/* The edits between two words of at most 24 letters, or -1 if they exceed the limit; see EditDistance in Swift. */
function distance(left, right, limit) {
  let [before, previous, current] = rows;
  const width = right.length;
  for (let i = 0; i <= width; i++) previous[i] = i;
  for (let row = 0; row < left.length; row++) {
    const letter = left.charCodeAt(row);
    let least = current[0] = row + 1;
    for (let column = 0; column < width; column++) {
      const other = right.charCodeAt(column);
      let cost = previous[column] + (letter === other ? 0 : 1);
      if (previous[column + 1] + 1 < cost) cost = previous[column + 1] + 1;
      if (current[column] + 1 < cost) cost = current[column] + 1;
      if (row > 0 && column > 0 && letter === right.charCodeAt(column - 1) && left.charCodeAt(row - 1) === other
        && before[column - 1] + 1 < cost) cost = before[column - 1] + 1;
      current[column + 1] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return -1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[width] <= limit ? previous[width] : -1;
}

/* Which letters occur in a word, as bits: each edit changes two of them at most. */
function letterBits(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits) {
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}

function correct(group, word) {
  if (!/^[a-z\u0080-\uffff]{4,24}$/.test(word)) return;
  if (!engine.vocabulary) { missing.add("vocabulary"); return; }
  const limit = word.length >= 8 ? 2 : 1, bits = letterBits(word), candidates = [];
  for (const { term, size } of engine.vocabulary) {
    if (Math.abs(term.length - word.length) > limit || bitCount(bits ^ letterBits(term)) > 2 * limit) continue;
    const cost = distance(word, term, limit);
    if (cost >= 0) candidates.push({ term, cost, otherStart: term[0] === word[0] ? 0 : 1, size });
  }
  candidates.sort((a, b) =>
    a.cost - b.cost || a.otherStart - b.otherStart || b.size - a.size || (a.term < b.term ? -1 : 1));
  if (!candidates.length) return;
  const best = candidates[0];
  group.correction = best.term;
  group.variants = candidates.filter(candidate => candidate.cost === best.cost).slice(0, 4)
    .map(candidate => ({ entry: find(candidate.term), factor: best.cost === 1 ? 10 : 7 }))
    .filter(variant => variant.entry);
}

function groupsFor(query) {
  const groups = query.words.map(word => groupFor(word, query));
  if (!query.isPaste) {
    addJoined(groups, query.words);
    if (!missing.size) groups.forEach((group, i) => { if (!group.variants.length) correct(group, query.words[i].term); });
  }
  for (const group of groups) {
    if (!group.weight) group.weight = weightOf(group.variants.map(variant => variant.entry));
  }
  if (!query.isPaste) return groups;
  const order = groups.map((group, i) => i).filter(i => groups[i].variants.length);
  order.sort((a, b) => groups[b].weight - groups[a].weight || a - b);
  return order.slice(0, 24).sort((a, b) => a - b).map(i => groups[i]);
}

const forms = (word, stems) => [find(word)].filter(Boolean).concat(stems ? stemEntries(word) : []);

function phraseDocuments(phrase, stems) {
  const found = new Set();
  if (phrase.length === 1) {
    for (const entry of forms(phrase[0].term, stems)) postings(entry).documents.forEach(d => found.add(d));
    return found;
  }
  const parts = phrase.map(part => ({ entry: find(part.term), offset: part.offset }));
  if (parts.some(part => !part.entry)) return found;
  for (const document of postings(parts[0].entry).documents) {
    let starts = null;
    const fits = parts.every(({ entry, offset }) => {
      const positions = positionsIn(entry, document);
      if (!positions) return false;
      if (!positions.length) return true;
      const here = positions.map(position => position - offset);
      starts = starts ? starts.filter(start => here.includes(start)) : here;
      return true;
    });
    if (fits && (!starts || starts.length)) found.add(document);
  }
  return found;
}

function fieldAt(fields, position) {
  let field = -1;
  for (let i = 0; i < fields.length && fields[i + 1] <= position; i += 2) field = fields[i];
  return field;
}

function fieldDocuments(filter) {
  const field = engine.manifest.fields.indexOf(filter.name);
  let result = new Set();
  filter.terms.forEach((word, i) => {
    const holds = new Set();
    for (const entry of forms(word, true)) {
      for (const document of postings(entry).documents) {
        if (holds.has(document) || i > 0 && !result.has(document)) continue;
        const positions = positionsIn(entry, document), record = positions.length ? documentAt(document) : null;
        if (!positions.length || record && positions.some(p => fieldAt(record[7], p) === field)) holds.add(document);
      }
    }
    result = holds;
  });
  return result;
}

function facetValues(name) {
  if (!engine.facets) missing.add("facets");
  return engine.facets ? engine.facets[name] : [];
}

function facetDocuments(filter) {
  const values = facetValues(filter.name)
    .map(value => ({ words: leaves(value.name).map(token => token.term), documents: value.documents }));
  const equal = values.filter(value => value.words.join(" ") === filter.terms.join(" "));
  const chosen = equal.length ? equal : values.filter(value => filter.terms.every(term => value.words.includes(term)));
  return new Set(chosen.flatMap(value => value.documents));
}

function allowedDocuments(query) {
  const conditions = [
    ...query.phrases.map(phrase => [phraseDocuments(phrase, false), false]),
    ...query.excluded.map(phrase => [phraseDocuments(phrase, true), true]),
    ...query.filters.map(f => [engine.manifest.facets.includes(f.name) ? facetDocuments(f) : fieldDocuments(f), f.isNegative]),
  ];
  return conditions.length ? document => conditions.every(([set, isNot]) => set.has(document) !== isNot) : null;
}

/* How far two neighbouring groups are from standing in a document as in the query, in words. */
function displacement(left, right, document) {
  const offset = right.position - left.position;
  let best = Infinity;
  for (const { entry } of left.variants) {
    const here = positionsIn(entry, document);
    if (!here) continue;
    for (const { entry: other } of right.variants) {
      const there = other === entry ? here : positionsIn(other, document);
      if (!there) continue;
      if (other === entry) return 0;
      for (const p of here) for (const q of there) best = Math.min(best, Math.abs(q - p - offset));
    }
  }
  return best;
}

const NEAREST = 160;
const nearness = distance => distance === 0 ? NEAREST : distance <= 2 ? 96 : distance <= 6 ? 48 : distance <= 16 ? 16 : 0;

/* By document, the best factor times impact of a group's variants; and the documents that have any. */
function matchesOf(group) {
  const best = new Uint16Array(engine.manifest.documents), holders = [];
  for (const { entry, factor } of group.variants) {
    const { documents, impacts } = postings(entry);
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i], value = factor * impacts[i];
      if (!best[document]) holders.push(document);
      if (value > best[document]) best[document] = value;
    }
  }
  return { best, holders };
}

/* Documents best first. Only the first `wanted` have their full score: nearness is worked out for those documents that
   could be among them. */
function rank(query, allGroups, allowed, wanted) {
  const n = engine.manifest.documents;
  if (!query.words.length) {
    if (!query.filters.length && !query.excluded.length) return [];
    return Array.from({ length: n }, (_, document) => ({ document, score: 0 })).filter(hit => allowed(hit.document));
  }
  const groups = allGroups.filter(group => group.variants.length), matches = groups.map(matchesOf);
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  const sums = new Float64Array(n), matched = new Float64Array(n), bounds = new Float64Array(n), holders = [];
  for (const entry of query.wholes.map(find).filter(Boolean)) {
    const { documents, impacts } = postings(entry), weight = weightOf([entry]) * 8;
    documents.forEach((d, i) => { sums[d] += weight * impacts[i]; });
  }
  groups.forEach((group, i) => {
    const here = matches[i].best, before = i > 0 && isNear(groups[i - 1], group) ? matches[i - 1].best : null;
    const weight = group.weight, bound = i > 0 ? Math.min(groups[i - 1].weight, weight) * NEAREST : 0;
    for (const d of matches[i].holders) {
      if (!matched[d]) holders.push(d);
      sums[d] += weight * here[d];
      matched[d] += weight;
      if (before && before[d]) bounds[d] += bound;
    }
  });
  const score = (sum, d) => Math.floor(sum * (total + 3 * matched[d]) / (4 * total));
  const within = allowed ? holders.filter(allowed) : holders;
  let best = 0;
  for (const d of within) if (matched[d] > best) best = matched[d];
  const found = within.filter(d => 2 * matched[d] >= best).map(d => ({ document: d, score: score(sums[d], d) }));
  const least = found.length > wanted ? Float64Array.from(found, hit => hit.score).sort()[found.length - wanted] : 0;
  for (const hit of found) {
    const d = hit.document;
    if (!bounds[d] || score(sums[d] + bounds[d], d) < least) continue;
    let sum = sums[d];
    for (let i = 1; i < groups.length; i++) {
      const [left, right] = [groups[i - 1], groups[i]];
      if (!matches[i - 1].best[d] || !matches[i].best[d] || !isNear(left, right)) continue;
      sum += Math.min(left.weight, right.weight) * nearness(displacement(left, right, d));
    }
    hit.score = score(sum, d);
  }
  return found.sort((a, b) => b.score - a.score || a.document - b.document);
}

function isNear(left, right) {
  const offset = right.position - left.position;
  return offset > 0 && offset <= 8;
}

/* Nobody types as many to look for a phrase. */
const WORDS_OF_A_LOG_LINE = 8;

/* Where no document holds the quoted phrases of a long query, those with its words answer: a line of a log has quotation
   marks too. */
function answer(query, wanted) {
  const groups = groupsFor(query), allowed = allowedDocuments(query);
  query.wholes.forEach(find);
  if (missing.size) return null;
  let hits = rank(query, groups, allowed, wanted), isRelaxed = false;
  if (!hits.length && query.phrases.length && query.words.length >= WORDS_OF_A_LOG_LINE) {
    hits = rank(query, groups, allowedDocuments({ ...query, phrases: [] }), wanted);
    isRelaxed = hits.length > 0;
  }
  const isCorrected = !query.isPaste && groups.some(group => group.correction);
  const suggestion = isCorrected ? query.words.map((word, i) => groups[i].correction || word.term).join(" ") : null;
  return { query, groups, hits, suggestion, isRelaxed };
}

function documentAt(document) {
  const size = engine.manifest.perFile, number = Math.floor(document / size), file = engine.documents.get(number);
  if (!file) missing.add("documents-" + number);
  return file ? file[document % size] : null;
}

/* In which fields the words were found: [name, words] in the order of the fields. */
function reasons(document, groups) {
  const record = documentAt(document);
  if (!record) return [];
  const words = engine.manifest.fields.map(() => []);
  for (const { entry } of groups.flatMap(group => group.variants)) {
    for (const position of positionsIn(entry, document) || []) {
      const field = fieldAt(record[7], position);
      if (field >= 0 && !words[field].includes(entry.term)) words[field].push(entry.term);
    }
  }
  return words.map((list, field) => [engine.manifest.fields[field], list]).filter(([, list]) => list.length);
}

/* The words of the query that a document does not hold, of those that others do. */
function absentWords(document, { query, groups }) {
  if (query.isPaste) return [];
  return query.words.filter((word, i) => groups[i].variants.length
    && !groups[i].variants.some(({ entry }) => positionsIn(entry, document))).map(word => word.term);
}

/* Runs `work` until everything it asks for is loaded. */
async function whenLoaded(work) {
  if (!engine.manifest) await engine.load("index");
  for (;;) {
    missing = new Set();
    const result = work();
    if (!missing.size) return result;
    await Promise.all([...missing].map(engine.load));
  }
}

const ask = (text, wanted = 10) => whenLoaded(() => answer(parse(text), wanted));

/* `engine.load` is set by whoever has files to load: a page, a test. */
globalThis.debriefEngine = { engine, ask, whenLoaded, documentAt, reasons, absentWords, facetValues };
})();
