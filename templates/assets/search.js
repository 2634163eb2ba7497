/* Search in the browser: the ranking of Sources/Search, over the files it writes to search/. */
(function () {
"use strict";

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
  m.stop = new Set(m.stopWords[0].split(" "));
  m.compound = new Set(m.compounds[0].split(" "));
  const spellings = m.spellings[0].split(" ");
  m.spelling = [];
  for (let i = 0; i + 1 < spellings.length; i += 2) m.spelling.push([spellings[i], spellings[i + 1]]);
  m.pairs = new Map();
  for (let i = 0; i + 1 < m.folding[2].length; i += 2) m.pairs.set(m.folding[2][i], m.folding[2][i + 1]);
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

/* ---- Characters and terms ---- */

const LOWER = 1, UPPER = 2, DIGIT = 4, UNDERSCORE = 8, JOINER = 16, OTHER = 32, STARTS = LOWER | UPPER | DIGIT | OTHER;
const CLASS = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const s = String.fromCharCode(c);
  CLASS[c] = /[a-z]/.test(s) ? LOWER : /[A-Z]/.test(s) ? UPPER : /[0-9]/.test(s) ? DIGIT
    : s === "_" ? UNDERSCORE : "-.'/:".includes(s) ? JOINER : 0;
}
const kindAt = (text, i) => {
  if (i < 0 || i >= text.length) return 0;
  const c = text.charCodeAt(i);
  return c < 128 ? CLASS[c] : OTHER;
};
const DIGRAPHS = { S: "ss", A: "ae", O: "oe", T: "th", I: "ij", D: "dz", L: "lj", N: "nj" };
const WORD = /[\p{L}\p{M}\p{N}]/u;

function isUnsegmented(c) {
  return c >= 0x0e01 && (c <= 0x0eff || c >= 0x1780 && c <= 0x17ff || c >= 0x3005 && c <= 0x3007
    || c >= 0x3041 && c <= 0x30ff || c >= 0x3400 && c <= 0x9fff || c >= 0xac00 && c <= 0xd7af
    || c >= 0xf900 && c <= 0xfaff);
}

function foldLetter(char) {
  if (!WORD.test(char)) return " ";
  if (isUnsegmented(char.charCodeAt(0))) return char;
  let result = "";
  for (const lower of char.toLowerCase()) {
    if (!/[\u0300-\u036f]/.test(lower)) result += engine.manifest.pairs.get(lower) || lower;
  }
  return result;
}

function foldCharacter(c) {
  const folding = engine.manifest.folding;
  if (c < 0x80) return String.fromCharCode(c);
  if (c === 0xad || c >= 0x300 && c <= 0x36f || c >= 0x200b && c <= 0x200d || c === 0xfe0f || c === 0xfeff) return "";
  let base = "-";
  if (c >= 0xc0 && c <= 0x24f) base = folding[0][c - 0xc0];
  else if (c >= 0x1e00 && c <= 0x1eff) base = folding[1][c - 0x1e00];
  if (base !== "-") {
    const char = String.fromCharCode(c), letters = DIGRAPHS[base] || base;
    return char.toLowerCase() === char ? letters : letters.toUpperCase();
  }
  if (c === 0x2010 || c === 0x2011) return "-";
  if (c === 0x2019) return "'";
  if (c >= 0xff01 && c <= 0xff5e) return String.fromCharCode(c - 0xfee0);
  if (c >= 0xd800 && c <= 0xdfff) return " ";
  return foldLetter(String.fromCharCode(c));
}

/* The folded text, and for each of its letters the place in the original, or null where they are the same. */
function fold(text) {
  if (!/[^\x00-\x7f]/.test(text)) return { text, map: null };
  let result = "";
  const map = [];
  for (let i = 0; i < text.length; i++) {
    const folded = foldCharacter(text.charCodeAt(i));
    for (let k = 0; k < folded.length; k++) map.push(i);
    result += folded;
  }
  map.push(text.length);
  return { text: result, map };
}

/* Lengths are compared in bytes of UTF-8, as they are when the index is made. */
function bytes(text) {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    count += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  }
  return count;
}
const isDigest = word => word.length >= 16 && /^[0-9a-f]+$/.test(word) && /[0-9]/.test(word);
const lowered = text => text.replace(/'/g, "").replace(/[A-Z]/g, c => c.toLowerCase());

function foldSpelling(word) {
  if (bytes(word) < 5) return word;
  for (const [from, to] of engine.manifest.spelling) {
    if (word.startsWith(from)) { word = to + word.slice(from.length); break; }
  }
  if (bytes(word) < 7) return word;
  const z = word.search(/z(?:e|es|ed|er|ers|ing|ation|ations)$/);
  if (z < 0) return word.replace(/ell(ed|ing|er|ers)$/, "el$1");
  return z >= 3 && /[iy]/.test(word[z - 1]) ? word.slice(0, z) + "s" + word.slice(z + 1) : word;
}

/* Calls add(term, position, isWhole, start, end) for each term of a folded text; see Tokenizer.swift. */
function tokenize(text, add) {
  let position = 0, last = "", lastPosition = -2, lastStart = 0;

  function parts(start, end, separator, body) {
    let count = 0, from = start;
    for (let i = start; i <= end; i++) {
      if (i < end && text[i] !== separator) continue;
      if (i > from) { count++; body(from, i); }
      from = i + 1;
    }
    return count;
  }
  function addLeaf(start, end) {
    let leaf = lowered(text.slice(start, end));
    if (!leaf || bytes(leaf) > 40 || isDigest(leaf)) { position++; return; }
    leaf = foldSpelling(leaf);
    add(leaf, position, false, start, end);
    if (lastPosition === position - 1 && engine.manifest.compound.has(last + leaf)) {
      add(last + leaf, position - 1, true, lastStart, end);
    }
    last = leaf; lastPosition = position; lastStart = start;
    position++;
  }
  function addWhole(start, end, at, dropped) {
    let whole = lowered(text.slice(start, end));
    if (dropped) whole = whole.split(dropped).join("");
    const size = bytes(whole);
    if (size <= 40 && size >= 3 && !isDigest(whole)) add(foldSpelling(whole), at, true, start, end);
  }
  function addNumber(start, end) {
    const from = end - start > 1 && (text[start] === "v" || text[start] === "V") ? start + 1 : start;
    const digits = text.slice(from, end);
    if (!/^[0-9][0-9\-./:]*$/.test(digits)) return false;
    if (digits.length > 5 && digits[4] === "-") add(digits.slice(0, 4), position, false, from, from + 4);
    if (digits.length < 16) add(digits, position, false, from, end);
    position++;
    return true;
  }
  function isHump(i, start, end) {
    const kind = k => k < end ? kindAt(text, k) : 0, letters = LOWER | UPPER;
    if (i - start < 2) return false;
    if (kind(i) === DIGIT) {
      return (kind(i - 1) & letters) !== 0 && (kind(i - 2) & letters) !== 0 && kind(i + 1) === DIGIT
        && kind(i + 2) === DIGIT;
    }
    if (kind(i) !== UPPER) return false;
    if (kind(i - 1) === LOWER) return (kind(i + 1) & letters) !== 0;
    return kind(i - 1) === UPPER && kind(i + 1) === LOWER && kind(i + 2) === LOWER;
  }
  function addCamelCase(start, end) {
    const first = position;
    let from = start;
    for (let i = start + 1; i < end; i++) if (isHump(i, from, end)) { addLeaf(from, i); from = i; }
    addLeaf(from, end);
    if (from > start) addWhole(start, end, first);
  }
  function addSnakeCase(start, end) {
    const first = position;
    if (parts(start, end, "_", addCamelCase) > 1) addWhole(start, end, first);
  }
  function addDotted(start, end) {
    if (addNumber(start, end)) return;
    const first = position;
    if (parts(start, end, ".", addSnakeCase) > 1) addWhole(start, end, first);
  }
  function addHyphenated(start, end) {
    if (addNumber(start, end)) return;
    const first = position, count = parts(start, end, "-", addDotted);
    if (count > 1 && count <= 4) addWhole(start, end, first, "-");
  }
  function joins(i) {
    const next = kindAt(text, i + 1);
    return text[i] === ":" ? next === DIGIT && kindAt(text, i - 1) === DIGIT : (next & STARTS) !== 0;
  }
  function addChunk(start) {
    let i = start, seen = 0, isCamel = false;
    for (; i < text.length; i++) {
      const kind = kindAt(text, i);
      if (kind === 0 || kind === JOINER && !joins(i) || kind === OTHER && isUnsegmented(text.charCodeAt(i))) break;
      if (kind === UPPER && i > start) isCamel = true;
      seen |= kind;
    }
    if ((seen & ~(LOWER | UPPER | OTHER)) === 0 && (!isCamel || (seen & LOWER) === 0)) {
      addLeaf(start, i);
    } else {
      const first = position;
      if (parts(start, i, "/", addHyphenated) > 1 && text[start - 1] === "/") addWhole(start, i, first);
    }
    return i;
  }
  function addPairs(start) {
    let i = start;
    while (i < text.length && isUnsegmented(text.charCodeAt(i))) i++;
    if (i - start === 1) add(text[start], position++, false, start, i);
    for (let k = start; k + 1 < i; k++) add(text.slice(k, k + 2), position++, false, k, k + 2);
    return i;
  }

  for (let i = 0; i < text.length;) {
    const kind = kindAt(text, i);
    if ((kind & STARTS) === 0) i++;
    else i = kind === OTHER && isUnsegmented(text.charCodeAt(i)) ? addPairs(i) : addChunk(i);
  }
}

function tokens(text) {
  const all = [];
  tokenize(fold(text).text, (term, position, isWhole) => all.push({ term, position, isWhole }));
  return all;
}
const leaves = text => tokens(text).filter(token => !token.isWhole);

function stem(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let s = word;
  if (s.length > 4 && s.endsWith("ies")) s = s.slice(0, -3) + "y";
  else if (/(?:sses|shes|ches|xes|zes)$/.test(s)) s = s.slice(0, -2);
  else if (s.endsWith("s") && !/(?:ss|us|is)$/.test(s)) s = s.slice(0, -1);
  const length = s.endsWith("ing") ? 3 : s.endsWith("ed") ? 2 : 0;
  if (length && s.length - length >= 3 && !(length === 2 && s[s.length - 3] === "e")
    && /[aeiouy]/.test(s.slice(0, -length))) {
    s = s.slice(0, -length).replace(/([^aeiouylsz])\1$/, "$1");
  }
  if (s.length >= 6 && s.endsWith("ly")) s = s.slice(0, -2);
  if (s.length >= 8 && s.endsWith("ment")) s = s.slice(0, -4);
  if (s.length >= 7 && /[ts]ion$/.test(s)) s = s.slice(0, -3);
  if (s.endsWith("urat")) s = s.slice(0, -2);
  if (s.length >= 4 && s.endsWith("e")) s = s.slice(0, -1);
  if (s.length >= 4 && /[^aeiouy]y$/.test(s)) s = s.slice(0, -1) + "i";
  return s;
}

/* ---- The query: SearchQuery.swift, PastedText.swift ---- */

const FILTERS = {
  sev: "severity", severity: "severity", service: "service", team: "team", cause: "cause", year: "year", kind: "kind",
  detection: "detection", title: "title", signature: "signature", summary: "summary", symptoms: "symptoms",
  error: "symptoms", mitigation: "mitigation",
};
const isBlank = char => char === " " || char === "\u00a0" || char >= "\t" && char <= "\r";

function isPaste(text) {
  return [...text].length > 160 || /[\n↵]/.test(text.replace(/^[ \u00a0\t-\r]+|[ \u00a0\t-\r]+$/g, ""));
}

function masked(text) {
  const keeps = piece => {
    const digits = (piece.match(/[0-9]/g) || []).length, size = [...piece].length;
    if (digits === 0) return true;
    if (size > 2 && piece.startsWith("0x")) return false;
    if (digits === size && digits === 3 && /^[45]/.test(piece)) return true;
    return digits * 3 <= size;
  };
  let result = "", piece = "";
  for (const char of text) {
    if (char < "\u0080" ? /[a-zA-Z0-9_\-.']/.test(char) : !isBlank(char)) {
      piece += char;
    } else {
      result += keeps(piece) ? piece + " " : " ";
      piece = "";
    }
  }
  return keeps(piece) ? result + piece : result;
}

function parse(typed) {
  const text = typed.replace(/[“”„«»]/g, "\"");
  const query = { text: typed, words: [], wholes: [], phrases: [], excluded: [], filters: [], isPaste: isPaste(text) };
  const all = tokens(query.isPaste ? masked(text) : readSegments(text, query)), final = text.slice(-1);
  const simple = all.filter(token => !token.isWhole), last = simple[simple.length - 1];
  const telling = simple.filter(token => !engine.manifest.stop.has(token.term));
  for (const { term, position } of telling.length ? telling : simple) {
    if (!query.words.some(word => word.term === term)) query.words.push({ term, position, isPrefix: false });
  }
  for (const token of all) if (token.isWhole && !query.wholes.includes(token.term)) query.wholes.push(token.term);
  if (!query.isPaste && final && !isBlank(final) && final !== "\"" && last) {
    for (const word of query.words) word.isPrefix = word.term === last.term;
  }
  return query;
}

/* Reads conditions off and returns the rest, with the words of quoted phrases. */
function readSegments(text, query) {
  let free = "", i = 0;
  while (i < text.length) {
    if (isBlank(text[i])) { i++; continue; }
    const isNegative = text[i] === "-" && i + 1 < text.length && !isBlank(text[i + 1]);
    if (isNegative) i++;
    const head = /^([a-zA-Z]+):(.)/s.exec(text.slice(i, i + 40));
    const isFilter = head && Object.hasOwn(FILTERS, head[1].toLowerCase()) && !isBlank(head[2]);
    if (isFilter) i += head[1].length + 1;
    const isQuoted = text[i] === "\"", start = isQuoted ? i + 1 : i;
    for (i = start; i < text.length && (isQuoted ? text[i] !== "\"" : !isBlank(text[i]));) i++;
    const segment = text.slice(start, i), found = leaves(segment);
    if (isQuoted) i++;
    if (isFilter) {
      query.filters.push({ name: FILTERS[head[1].toLowerCase()], isNegative, terms: found.map(token => token.term) });
      continue;
    }
    if (found.length && (isNegative || isQuoted)) {
      const phrase = found.map(token => ({ term: token.term, offset: token.position - found[0].position }));
      (isNegative ? query.excluded : query.phrases).push(phrase);
    }
    if (!isNegative) free += segment + " ";
  }
  return free;
}

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
  const exact = find(word.term), isStop = engine.manifest.stop.has(word.term);
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

function answer(query) {
  const groups = groupsFor(query), allowed = allowedDocuments(query);
  query.wholes.forEach(find);
  if (missing.size) return null;
  const isCorrected = !query.isPaste && groups.some(group => group.correction);
  const suggestion = isCorrected ? query.words.map((word, i) => groups[i].correction || word.term).join(" ") : null;
  return { query, groups, hits: rank(query, groups, allowed), suggestion };
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

/* For tests, which bring their own `load` where there is no page. */
globalThis.debriefEngine = {
  engine, ask, stem,
  tokens: text => whenLoaded(() => tokens(text)),
  documents: list => whenLoaded(() => list.map(documentAt)),
  reasons: (document, groups) => whenLoaded(() => reasons(document, groups)),
};

/* ---- The page. Its markup is described in Sources/Search/SearchPage.swift ---- */

const page = typeof document === "undefined" ? null : document;
const form = page && page.getElementById("search-form");
if (!form) return;
const element = id => page.getElementById(id);
const input = element("search-input"), status = element("search-status"), list = element("search-results");
const facets = element("search-facets"), more = element("search-more"), suggested = element("search-suggestion");
const root = form.dataset.root || "", PAGE_SIZE = 10;
const LABELS = { severity: "Severity", service: "Service", team: "Team", cause: "Cause", year: "Year", kind: "Kind",
  detection: "Detection" };
let chosen = new Map(), shown = PAGE_SIZE, turn = 0, timer = 0;

const pending = new Map();
engine.load = name => {
  if (!pending.has(name)) {
    pending.set(name, new Promise((resolve, reject) => {
      const script = page.createElement("script");
      script.src = root + "search/" + name + ".js";
      script.onload = () => { script.remove(); resolve(); };
      script.onerror = () => { script.remove(); pending.delete(name); reject(new Error(name)); };
      page.head.append(script);
    }));
  }
  return pending.get(name);
};

function make(tag, properties, ...children) {
  const node = page.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name in node) node[name] = value; else node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== ""));
  return node;
}

/* The places in a text at which wanted terms stand: [start, end, weight, group]. */
function marks(text, wanted) {
  const folded = fold(text), found = [];
  tokenize(folded.text, (term, position, isWhole, start, end) => {
    const group = wanted.get(term);
    if (!group) return;
    const from = folded.map ? folded.map[start] : start, to = folded.map ? folded.map[end - 1] + 1 : end;
    const last = found[found.length - 1];
    if (last && from < last[1]) { last[1] = Math.max(last[1], to); return; }
    found.push([from, to, group.weight, group]);
  });
  return found;
}

function marked(text, spans, from, to) {
  const nodes = [];
  let at = from;
  for (const [start, end] of spans) {
    if (start < at || end > to) continue;
    nodes.push(text.slice(at, start), make("mark", null, text.slice(start, end)));
    at = end;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter(node => node !== "");
}

/* Up to two stretches of a document's text that hold most of the words, the telling ones first. */
function excerpts(record, wanted) {
  const windows = [];
  for (let i = 0; i < record[8].length; i += 2) {
    const text = record[8][i + 1], spans = marks(text, wanted);
    spans.forEach(([start], first) => {
      const from = Math.max(0, start - 60), to = Math.min(text.length, from + 200), groups = new Set();
      let value = 0;
      for (let k = first; k < spans.length && spans[k][1] <= to; k++) {
        value += groups.has(spans[k][3]) ? 1 : spans[k][2];
        groups.add(spans[k][3]);
      }
      windows.push({ text, spans, from, to, value, order: windows.length });
    });
    if (!spans.length && text) windows.push({ text, spans, from: 0, to: Math.min(text.length, 200), value: 0, order: windows.length });
  }
  windows.sort((a, b) => b.value - a.value || a.order - b.order);
  const best = windows[0];
  const second = windows.find(w => w.value && (w.text !== best.text || w.from >= best.to || w.to <= best.from));
  return [best, second].filter(Boolean).map(({ text, spans, from, to }) => {
    if (from > 0) from = text.indexOf(" ", from) + 1 || from;
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
    return [from > 0 ? "… " : "", ...marked(text, spans, from, to), to < text.length ? " …" : ""];
  });
}

function resultItem(record, why, wanted) {
  const [url, title, date, severity, services, causes, mitigation] = record;
  const facts = make("p", { className: "search-facts" });
  const fact = (className, ...children) => {
    if (facts.childNodes.length) facts.append(" · ");
    facts.append(make("span", { className }, ...children));
  };
  if (date) facts.append(make("time", { dateTime: date }, date.slice(0, 10)));
  if (severity) fact("search-severity", severity);
  if (services.length) fact("search-service", services.join(", "));
  if (causes.length) fact("search-cause", causes.join(", "));
  const found = why.map(([field, words]) => field + ": " + words.slice(0, 6).join(", ")).join("; ");
  return make("li", { className: "search-result" },
    make("h2", null, make("a", { href: root + url }, ...marked(title, marks(title, wanted), 0, title.length))),
    facts,
    ...excerpts(record, wanted).map(nodes => make("p", { className: "search-excerpt" }, ...nodes)),
    mitigation ? make("p", { className: "search-mitigation" }, make("strong", null, "Mitigation: "), mitigation) : null,
    found ? make("p", { className: "search-why" }, "Found in " + found) : null);
}

/* By facet, by value: how many of the documents have it that meet the choices in the other facets. */
function counted(hits) {
  const names = engine.manifest.facets, sets = [];
  if (!engine.facets) missing.add("facets");
  for (const name of names.filter(name => chosen.has(name))) {
    const has = new Uint8Array(engine.manifest.documents);
    for (const value of facetValues(name)) {
      if (chosen.get(name).has(value.name)) value.documents.forEach(document => { has[document] = 1; });
    }
    sets.push([name, has]);
  }
  const meets = (document, except) => sets.every(([name, has]) => name === except || has[document]);
  const counts = names.map(name => {
    const among = new Uint8Array(engine.manifest.documents);
    for (const { document } of hits) if (meets(document, name)) among[document] = 1;
    const values = facetValues(name)
      .map(value => ({ name: value.name, count: value.documents.reduce((n, document) => n + among[document], 0) }));
    return [name, values.filter(value => value.count || chosen.has(name) && chosen.get(name).has(value.name))];
  });
  return { hits: hits.filter(hit => meets(hit.document, null)), counts };
}

function renderFacets(counts) {
  const focused = page.activeElement && page.activeElement.id;
  const open = new Set([...facets.querySelectorAll("details[open]")].map(node => node.dataset.facet));
  const row = (name, value, number) => make("li", null, make("label", null, make("input", {
    type: "checkbox", id: "facet-" + name + "-" + number, name, value: value.name,
    checked: chosen.has(name) && chosen.get(name).has(value.name),
  }), " " + value.name + " ", make("span", { className: "search-count" }, "(" + value.count + ")")));
  facets.replaceChildren(...counts.filter(([, values]) => values.length).map(([name, values]) => {
    const isOrdered = name === "severity" || name === "year";
    if (name === "year") values.reverse();
    if (!isOrdered) values.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    const rows = values.map((value, number) => row(name, value, value.name.replace(/[^\w-]/g, "_") + number));
    const set = make("fieldset", null, make("legend", null, LABELS[name]), make("ul", null, ...rows.slice(0, 6)));
    if (rows.length > 6) {
      const rest = make("details", { open: open.has(name) }, make("summary", null, (rows.length - 6) + " more"),
        make("ul", null, ...rows.slice(6)));
      rest.dataset.facet = name;
      set.append(rest);
    }
    return set;
  }));
  const again = focused && element(focused);
  if (again && focused.startsWith("facet-")) again.focus();
}

function writeAddress() {
  const parameters = new URLSearchParams();
  if (input.value) parameters.set("q", input.value);
  for (const [name, values] of chosen) for (const value of values) parameters.append(name, value);
  const text = parameters.toString();
  history.replaceState(null, "", text ? "?" + text : location.pathname);
}

function readAddress() {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q") || "";
  chosen = new Map();
  for (const name of Object.keys(LABELS)) {
    if (parameters.has(name)) chosen.set(name, new Set(parameters.getAll(name)));
  }
}

function clear() {
  status.textContent = "";
  for (const node of [list, facets, suggested]) node.replaceChildren();
  more.hidden = true;
}

async function update() {
  const mine = ++turn, text = input.value;
  writeAddress();
  if (!text.trim() && !chosen.size) { clear(); return; }
  try {
    const found = await ask(text);
    if (mine !== turn) return;
    if (!found.query.words.length && !found.query.filters.length && !found.query.excluded.length && chosen.size) {
      found.hits = Array.from({ length: engine.manifest.documents }, (_, document) => ({ document, score: 0 }));
    }
    await show(found, mine);
  } catch (error) {
    if (mine === turn) status.textContent = "The search index could not be read (" + error.message + ").";
  }
}

async function show(found, mine) {
  /* Without a choice to apply, the results are shown before the facets are read. */
  const hits = chosen.size ? (await whenLoaded(() => counted(found.hits))).hits : found.hits, top = hits.slice(0, shown);
  const wanted = new Map();
  for (const group of found.groups) for (const { entry } of group.variants) wanted.set(entry.term, group);
  const items = await whenLoaded(() =>
    top.map(hit => [documentAt(hit.document), reasons(hit.document, found.groups)]));
  if (mine !== turn) return;
  list.replaceChildren(...items.map(([record, why]) => resultItem(record, why, wanted)));
  status.textContent = hits.length === 1 ? "1 result" : hits.length + " results";
  more.hidden = hits.length <= shown;
  suggested.replaceChildren();
  if (found.suggestion) {
    const button = make("button", { type: "button" }, found.suggestion);
    button.addEventListener("click", () => { input.value = found.suggestion; shown = PAGE_SIZE; update(); input.focus(); });
    suggested.append("Did you mean ", button, "?");
  }
  const { counts } = await whenLoaded(() => counted(found.hits));
  if (mine === turn) renderFacets(counts);
}

/* Moves the focus along the input and the results. */
function move(step) {
  const stops = [input, ...list.querySelectorAll("h2 a")], at = stops.indexOf(page.activeElement);
  if (at < 0) return false;
  const next = stops[at + step];
  if (next) next.focus();
  return Boolean(next);
}

function isTyping(target) {
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "checkbox";
}

page.addEventListener("keydown", event => {
  const isShortcut = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
    || (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
  if (isShortcut) {
    input.focus();
    input.select();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (event.target.tagName === "TEXTAREA" && input.value.includes("\n")) return;
    if (!move(event.key === "ArrowDown" ? 1 : -1)) return;
  } else if (event.key === "Escape" && (event.target === input || list.contains(event.target))) {
    input.value = "";
    shown = PAGE_SIZE;
    update();
    input.focus();
  } else {
    return;
  }
  event.preventDefault();
});

/* An input of one line drops the line breaks by which pasted text is known: a sign keeps them. */
input.addEventListener("paste", event => {
  const text = event.clipboardData && event.clipboardData.getData("text").trim();
  if (!text || !text.includes("\n") || input.tagName === "TEXTAREA") return;
  event.preventDefault();
  input.setRangeText(text.replace(/\s*\n\s*/g, " ↵ "), input.selectionStart, input.selectionEnd, "end");
  shown = PAGE_SIZE;
  update();
});
input.addEventListener("input", () => {
  clearTimeout(timer);
  shown = PAGE_SIZE;
  timer = setTimeout(update, 80);
});
form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(timer); update(); });
facets.addEventListener("change", event => {
  const { name, value, checked } = event.target, values = chosen.get(name) || new Set();
  if (checked) values.add(value); else values.delete(value);
  if (values.size) chosen.set(name, values); else chosen.delete(name);
  shown = PAGE_SIZE;
  update();
});
more.addEventListener("click", () => {
  const first = shown;
  shown += PAGE_SIZE;
  update().then(() => {
    const link = list.querySelectorAll("h2 a")[first];
    if (link) link.focus();
  });
});
window.addEventListener("popstate", () => { readAddress(); update(); });

readAddress();
update();
engine.load("index").catch(() => {});
if (!input.value && !chosen.size && page.activeElement === page.body) input.focus();
})();
