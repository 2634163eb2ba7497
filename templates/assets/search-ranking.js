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
    const others = entriesWithPrefix(word.term, PREFIX_LIMIT).filter(entry => !known.has(entry))
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

function distance(left, right, limit) {
  if (Math.abs(left.length - right.length) > limit) return -1;
  let before = [], previous = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let row = 0; row < left.length; row++) {
    const current = [row + 1];
    let least = row + 1;
    for (let column = 0; column < right.length; column++) {
      let cost = Math.min(previous[column] + (left[row] === right[column] ? 0 : 1), previous[column + 1] + 1,
        current[column] + 1);
      if (row > 0 && column > 0 && left[row] === right[column - 1] && left[row - 1] === right[column]) {
        cost = Math.min(cost, before[column - 1] + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return -1;
    before = previous;
    previous = current;
  }
  return previous[right.length] <= limit ? previous[right.length] : -1;
}

function correct(group, word) {
  if (!/^[a-z\u0080-\uffff]{4,24}$/.test(word)) return;
  if (!engine.vocabulary) { missing.add("vocabulary"); return; }
  const limit = word.length >= 8 ? 2 : 1, candidates = [];
  for (const { term, size } of engine.vocabulary) {
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

/* For each document the last posting of a group in it, each posting linked to the one before: [list, index, link]. */
function linked(group) {
  const n = engine.manifest.documents, last = new Int32Array(n).fill(-1), lists = [], indices = [], links = [];
  for (const { entry } of group.variants) {
    const list = postings(entry);
    list.documents.forEach((document, i) => {
      links.push(last[document]);
      last[document] = lists.length;
      lists.push(list);
      indices.push(i);
    });
  }
  return { last, lists, indices, links };
}

function least(left, right, offset, document) {
  let best = Infinity;
  for (let a = left.last[document]; a >= 0; a = left.links[a]) {
    const here = left.lists[a], from = left.indices[a];
    for (let b = right.last[document]; b >= 0; b = right.links[b]) {
      const there = right.lists[b], to = right.indices[b];
      if (here === there) return 0;
      for (let p = here.starts[from]; p < here.starts[from + 1]; p++) {
        for (let q = there.starts[to]; q < there.starts[to + 1]; q++) {
          best = Math.min(best, Math.abs(there.positions[q] - here.positions[p] - offset));
        }
      }
    }
  }
  return best;
}

/* What the nearness of two neighbouring groups adds to a document that has both. */
function nearnessOf(left, right) {
  const offset = right.position - left.position, weight = Math.min(left.weight, right.weight);
  if (offset <= 0 || offset > 8) return () => 0;
  const leftPostings = linked(left), rightPostings = linked(right);
  return document => {
    const distance = least(leftPostings, rightPostings, offset, document);
    return weight * (distance === 0 ? 160 : distance <= 2 ? 96 : distance <= 6 ? 48 : distance <= 16 ? 16 : 0);
  };
}

function rank(query, allGroups, allowed) {
  const n = engine.manifest.documents;
  if (!query.words.length) {
    if (!query.filters.length && !query.excluded.length) return [];
    return Array.from({ length: n }, (_, document) => ({ document, score: 0 })).filter(hit => allowed(hit.document));
  }
  const groups = allGroups.filter(group => group.variants.length);
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  const matches = groups.map(group => {
    const best = new Uint16Array(n);
    for (const { entry, factor } of group.variants) {
      const { documents, impacts } = postings(entry);
      documents.forEach((d, i) => { best[d] = Math.max(best[d], factor * impacts[i]); });
    }
    return best;
  });
  const wholes = new Float64Array(n);
  for (const entry of query.wholes.map(find).filter(Boolean)) {
    const { documents, impacts } = postings(entry), weight = weightOf([entry]) * 8;
    documents.forEach((d, i) => { wholes[d] += weight * impacts[i]; });
  }
  const near = groups.map((group, i) => i > 0 ? nearnessOf(groups[i - 1], group) : null), found = [];
  let best = 0;
  for (let document = 0; document < n; document++) {
    let sum = wholes[document], matched = 0;
    for (let i = 0; i < groups.length; i++) {
      if (!matches[i][document]) continue;
      sum += groups[i].weight * matches[i][document];
      matched += groups[i].weight;
      if (i > 0 && matches[i - 1][document]) sum += near[i](document);
    }
    if (!matched || allowed && !allowed(document)) continue;
    best = Math.max(best, matched);
    found.push({ document, score: Math.floor(sum * (total + 3 * matched) / (4 * total)), matched });
  }
  return found.filter(hit => 2 * hit.matched >= best).sort((a, b) => b.score - a.score || a.document - b.document);
}

/* Nobody types as many to look for a phrase. */
const WORDS_OF_A_LOG_LINE = 8;

/* Where no document holds the quoted phrases of a long query, those with its words answer: a line of a log has quotation
   marks too. */
function answer(query) {
  const groups = groupsFor(query), allowed = allowedDocuments(query);
  query.wholes.forEach(find);
  if (missing.size) return null;
  let hits = rank(query, groups, allowed), isRelaxed = false;
  if (!hits.length && query.phrases.length && query.words.length >= WORDS_OF_A_LOG_LINE) {
    hits = rank(query, groups, allowedDocuments({ ...query, phrases: [] }));
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

const ask = text => whenLoaded(() => answer(parse(text)));

/* `engine.load` is set by whoever has files to load: a page, a test. */
globalThis.debriefEngine = { engine, ask, whenLoaded, documentAt, reasons, absentWords, facetValues };
})();
