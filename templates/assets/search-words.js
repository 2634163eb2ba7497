/* Words in the browser: the rules of Sources/Search by which texts and queries are cut into terms. */
(function () {
"use strict";

/* What both sides share and the index brings along: stop words, compounds, spellings, letters. */
const tables = {};

function useTables(manifest) {
  tables.folding = manifest.folding;
  tables.stop = new Set(manifest.stopWords[0].split(" "));
  tables.compound = new Set(manifest.compounds[0].split(" "));
  const spellings = manifest.spellings[0].split(" "), pairs = manifest.folding[2];
  tables.spelling = new Map();
  for (let i = 0; i + 1 < spellings.length; i += 2) {
    const beginning = spellings[i].slice(0, 2);
    if (!tables.spelling.has(beginning)) tables.spelling.set(beginning, []);
    tables.spelling.get(beginning).push([spellings[i], spellings[i + 1]]);
  }
  tables.pairs = new Map();
  for (let i = 0; i + 1 < pairs.length; i += 2) tables.pairs.set(pairs[i], pairs[i + 1]);
}

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
    if (!/[\u0300-\u036f]/.test(lower)) result += tables.pairs.get(lower) || lower;
  }
  return result;
}

function foldCharacter(c) {
  const folding = tables.folding;
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
  for (const [from, to] of tables.spelling.get(word.slice(0, 2)) || []) {
    if (word.startsWith(from)) { word = to + word.slice(from.length); break; }
  }
  if (bytes(word) < 7 || !word.includes("z") && !word.includes("ll")) return word;
  const z = word.search(/z(?:e|es|ed|er|ers|ing|ation|ations)$/);
  if (z < 0) return word.replace(/ell(ed|ing|er|ers)$/, "el$1");
  return z >= 3 && /[iy]/.test(word[z - 1]) ? word.slice(0, z) + "s" + word.slice(z + 1) : word;
}

/* Elided articles and pronouns, which are no part of the word that people search for: "l'erreur", "dell'errore". */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|all|un)'(?=[aeiouyh])/i;

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
    if (lastPosition === position - 1 && tables.compound.has(last + leaf)) {
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
    const elided = ELISION.exec(text.slice(start, Math.min(end, start + 9)));
    if (elided && end - start - elided[0].length >= 2) start += elided[0].length;
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
  const telling = simple.filter(token => !tables.stop.has(token.term));
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

globalThis.debriefWords = { useTables, tables, bytes, fold, tokenize, tokens, leaves, stem, parse };
})();
