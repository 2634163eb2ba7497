/* The page of search: what is typed, shown and kept in the address. Needs search-words.js and search-ranking.js; its
   markup is described in Sources/Search/SearchPage.swift. */
(function () {
"use strict";

/* The build puts the words of the site's language here; what is missing is said in English. */
const WORDS = {};
const fill = (text, values) => text.replace(/\{(\d)\}/g, (place, number) => values[number - 1]);
const say = (words, ...values) => fill(WORDS[words] || words, values);

/* Words that depend on a number, by the forms of the page's language. */
function count(number, one, other) {
  const forms = WORDS[other];
  if (!forms) return fill(number === 1 ? one : other, [number]);
  return fill(forms[pluralForm(number)] || forms.other || other, [number]);
}

function pluralForm(number) {
  try { return new Intl.PluralRules(document.documentElement.lang).select(number); } catch { return "other"; }
}

const { fold, tokenize } = globalThis.debriefWords;
const { engine, ask, whenLoaded, documentAt, reasons, absentWords, facetValues } = globalThis.debriefEngine;
const page = document, element = id => page.getElementById(id), form = element("search-form");
if (!form) return;
const input = element("search-input"), status = element("search-status"), list = element("search-results");
const facets = element("search-facets"), narrow = element("search-narrow"), columns = element("search-columns");
const more = element("search-more"), suggested = element("search-suggestion"), advice = element("search-advice");
const browse = element("search-browse");
const root = form.dataset.root || "", PAGE_SIZE = 10;
/* In milliseconds: letters closer than this are asked for together; the first after a rest is not kept waiting. */
const TYPING_PAUSE = 25, REST = 150;
const LABELS = { severity: say("Severity"), service: say("Service"), team: say("Team"), cause: say("Cause"),
  year: say("Year"), kind: say("Kind"), detection: say("Detection") };
const FIELDS = { title: say("title"), signature: say("signature"), cause: say("cause"),
  "services and teams": say("services and teams"), summary: say("summary"), symptoms: say("symptoms"),
  mitigation: say("mitigation"), text: say("text") };
let chosen = new Map(), shown = PAGE_SIZE, turn = 0, timer = 0, typedAt = -REST;

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
    /* A summary reads better than a list of actions or of sources. */
    const worth = engine.manifest.fields[record[8][i]] === "text" ? 2 : 3;
    spans.forEach(([start], first) => {
      const from = Math.max(0, start - 60), to = Math.min(text.length, from + 200), groups = new Set();
      let value = 0;
      for (let k = first; k < spans.length && spans[k][1] <= to; k++) {
        value += worth * (groups.has(spans[k][3]) ? 1 : spans[k][2]);
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

function severityBadge(name) {
  const rank = Math.min(engine.manifest.severities.indexOf(name) + 1, 5);
  return make("span", { className: "search-severity" + (rank > 0 ? " sev sev-" + rank : "") }, name);
}

function factLine([, , date, severity, services, causes]) {
  const facts = [
    date ? make("time", { dateTime: date }, date.slice(0, 10)) : null,
    severity ? severityBadge(severity) : null,
    services.length ? make("span", { className: "search-service" }, services.join(", ")) : null,
    causes.length ? make("span", { className: "search-cause" }, causes.join(", ")) : null,
  ].filter(Boolean);
  return make("p", { className: "search-facts" }, ...facts.flatMap((fact, i) => i > 0 ? [" · ", fact] : [fact]));
}

/* Each word with the weightiest field that holds it, then the words that are missing. */
function whyLine(why, absent) {
  const named = new Set(), parts = [];
  for (const [field, words] of why) {
    const fresh = words.filter(word => !named.has(word));
    fresh.forEach(word => named.add(word));
    if (fresh.length) parts.push((FIELDS[field] || field) + " (" + fresh.slice(0, 6).join(", ") + (fresh.length > 6 ? ", …" : "") + ")");
  }
  const line = make("p", { className: "search-why" }, parts.length ? say("Found in {1}", parts.join(", ")) : "");
  if (absent.length) line.append(parts.length ? " · " : "", say("without"), " ", make("s", null, absent.join(", ")));
  return line.childNodes.length ? line : null;
}

function resultItem(record, why, absent, wanted) {
  const [url, title, , , , , mitigation] = record;
  return make("li", { className: "search-result" },
    make("h2", null, make("a", { href: root + url }, ...marked(title, marks(title, wanted), 0, title.length))),
    factLine(record),
    ...excerpts(record, wanted).map(nodes => make("p", { className: "search-excerpt" }, ...nodes)),
    mitigation ? make("p", { className: "search-mitigation" }, make("strong", null, say("Mitigation:") + " "), mitigation) : null,
    whyLine(why, absent));
}

/* By facet, by value: how many of the documents have it that meet the choices in the other facets. */
function counted(hits) {
  const names = engine.manifest.facets, sets = [];
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

function facetRow(name, value, number) {
  const box = make("input", {
    type: "checkbox", id: "facet-" + name + "-" + value.name.replace(/[^\w-]/g, "_") + number, name, value: value.name,
    checked: chosen.has(name) && chosen.get(name).has(value.name),
  });
  return make("li", null, make("label", null, box, make("span", null, value.name + " ",
    make("span", { className: "search-count" }, "(" + value.count + ")"))));
}

function ordered(name, values) {
  const scale = engine.manifest.severities, place = value => scale.indexOf(value.name) >>> 0;
  if (name === "year") return values.reverse();
  if (name === "severity") return values.sort((a, b) => place(a) - place(b));
  return values.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function facetSet([name, values], isOpen) {
  const rows = ordered(name, values).map((value, number) => facetRow(name, value, number));
  const set = make("fieldset", null, make("legend", null, LABELS[name]), make("ul", null, ...rows.slice(0, 6)));
  if (rows.length > 6) {
    const rest = make("details", { open: isOpen }, make("summary", null, count(rows.length - 6, "{1} more", "{1} more")),
      make("ul", null, ...rows.slice(6)));
    rest.dataset.facet = name;
    set.append(rest);
  }
  return set;
}

function renderFacets(counts) {
  const focused = page.activeElement && page.activeElement.id;
  const open = new Set([...facets.querySelectorAll("details[open]")].map(node => node.dataset.facet));
  const sets = counts.filter(([, values]) => values.length).map(counted => facetSet(counted, open.has(counted[0])));
  facets.replaceChildren(...(chosen.size ? [clearButton()] : []), ...sets);
  const again = focused && element(focused);
  if (again && focused.startsWith("facet-")) again.focus();
}

function clearButton() {
  const button = make("button", { type: "button", className: "search-clear" }, say("Clear all filters"));
  button.addEventListener("click", () => { chosen = new Map(); shown = PAGE_SIZE; update(); input.focus(); });
  return button;
}

function writeAddress() {
  const parameters = new URLSearchParams();
  if (input.value) parameters.set("q", input.value);
  for (const [name, values] of chosen) for (const value of values) parameters.append(name, value);
  const text = parameters.toString();
  /* A browser may refuse: too many changes in a short time, or a pasted log that is too long. */
  try { history.replaceState(null, "", text ? "?" + text : location.pathname); } catch { return; }
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
  for (const node of [list, facets, suggested, advice]) node.replaceChildren();
  more.hidden = columns.hidden = true;
  browse.hidden = false;
}

async function update() {
  const mine = ++turn, text = input.value;
  writeAddress();
  if (!text.trim() && !chosen.size) { clear(); return; }
  try {
    /* Filters leave over documents from far down the list, whose full scores are then needed. */
    const found = await ask(text, chosen.size ? Infinity : shown);
    if (mine !== turn) return;
    if (!found.query.words.length && !found.query.filters.length && !found.query.excluded.length && chosen.size) {
      found.hits = Array.from({ length: engine.manifest.documents }, (_, document) => ({ document, score: 0 }));
    }
    await show(found, mine);
  } catch (error) {
    if (mine === turn) status.textContent = say("The search index could not be read ({1}).", error.message);
  }
}

async function show(found, mine) {
  /* Without a choice to apply, the results are shown before the facets are read. */
  const hits = chosen.size ? (await whenLoaded(() => counted(found.hits))).hits : found.hits, top = hits.slice(0, shown);
  const wanted = new Map();
  for (const group of found.groups) for (const { entry } of group.variants) wanted.set(entry.term, group);
  const items = await whenLoaded(() => top.map(({ document }) =>
    [documentAt(document), reasons(document, found.groups), absentWords(document, found)]));
  if (mine !== turn) return;
  list.replaceChildren(...items.map(([record, why, absent]) => resultItem(record, why, absent, wanted)));
  status.textContent = count(hits.length, "{1} result", "{1} results");
  more.hidden = hits.length <= shown;
  columns.hidden = !hits.length && !found.hits.length;
  browse.hidden = hits.length > 0;
  advise(found, hits);
  const { counts } = await whenLoaded(() => counted(found.hits));
  if (mine === turn) renderFacets(counts);
}

/* What was understood otherwise than typed, and what to do where nothing was found. */
function advise(found, hits) {
  const nowhere = found.query.isPaste ? [] : found.query.words.filter((_, i) => !found.groups[i].variants.length);
  const notes = [];
  if (found.isRelaxed) notes.push(say("No post-mortem has this phrase; these have its words."));
  if (nowhere.length && hits.length) notes.push(say("Found nowhere: {1}.", nowhere.map(word => word.term).join(", ")));
  suggested.replaceChildren();
  if (found.suggestion) {
    const button = make("button", { type: "button" }, found.suggestion);
    button.addEventListener("click", () => { input.value = found.suggestion; shown = PAGE_SIZE; update(); input.focus(); });
    const [before, after] = say("Did you mean {1}?", "{1}").split("{1}");
    suggested.append(before, button, after, " ");
  }
  suggested.append(notes.join(" "));
  advice.replaceChildren();
  if (hits.length) return;
  advice.append(...(chosen.size && found.hits.length
    ? [say("No result meets all filters."), " ", clearButton()]
    : [say("No post-mortem has these words. Try fewer words or other ones, an error code alone, or browse below.")]));
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
    chosen = new Map();
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
  const now = performance.now();
  timer = setTimeout(update, now - typedAt >= REST ? 0 : TYPING_PAUSE);
  typedAt = now;
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

/* On a wide screen the filters are always open, on a narrow one they would push the results out of sight. */
const wide = window.matchMedia("(min-width: 48rem)"), fit = () => { narrow.open = wide.matches; };
wide.addEventListener("change", fit);
fit();

readAddress();
browse.hidden = Boolean(input.value) || chosen.size > 0;
update();
if (!engine.manifest) engine.load("index").catch(() => {});
if (!input.value && !chosen.size && page.activeElement === page.body) input.focus();
})();
