// Search in the text: Traditional and Simplified, full and half width, large and small letters find each other.
const folding = new Map(Array.from(data.hant).map((char, at) => [char, Array.from(data.hans)[at]]));
const MOST_HITS = 2000;
const foldChar = (char) => {
  const code = char.codePointAt(0);
  const narrow = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : code === 0x3000 || code === 0xa0 ? " " : char;
  const same = folding.get(narrow) ?? narrow.toLowerCase();
  return same.length === char.length ? same : char; // lengths never change, so a hit is a place in the text
};
const foldText = (text) => Array.from(text, foldChar).join("");

let pages = null; // every paragraph with its folded text, made at the first search
let hits = [];
let hitAt = -1;
let searched = "";
const paint = (name, ranges) => {
  if (!window.Highlight || !CSS.highlights) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
};
const rangeOf = ({ element, start, end }) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(), at = 0; node; at += node.length, node = walker.nextNode()) {
    if (start >= at && start < at + node.length) range.setStart(node, start - at);
    if (end > at && end <= at + node.length) {
      range.setEnd(node, end - at);
      break;
    }
  }
  return range;
};
const search = (query) => {
  pages ??= all('main p[id^="p-"]').map((element) => ({ element, text: foldText(element.textContent) }));
  const wanted = foldText(query.trim());
  hits = [];
  hitAt = -1;
  searched = query;
  for (const { element, text } of wanted ? pages : []) {
    for (let at = text.indexOf(wanted); at >= 0 && hits.length < MOST_HITS; at = text.indexOf(wanted, at + wanted.length)) {
      hits.push({ element, start: at, end: at + wanted.length });
    }
    if (hits.length >= MOST_HITS) break;
  }
  paint("hit", hits.map(rangeOf));
  paint("hit-here", []);
};
const tellHits = () => {
  const values = { n: hitAt + 1, all: hits.length };
  const key = hits.length >= MOST_HITS ? "page.hits_many" : "page.hit_at";
  byId("hits").textContent = !searched.trim() ? "" : hits.length ? say(key, values) : say("page.hits_none");
};
let typing = 0;
const stepHit = (by) => {
  clearTimeout(typing); // Enter came before the pause that starts a search
  if (byId("query").value !== searched) search(byId("query").value);
  if (hits.length) {
    hitAt = hitAt < 0 ? (by > 0 ? 0 : hits.length - 1) : (hitAt + by + hits.length) % hits.length;
    paint("hit-here", [rangeOf(hits[hitAt])]);
    unlight();
    open(hits[hitAt].element);
    show(hits[hitAt].element);
    if (!window.Highlight) light(hits[hitAt].element);
  }
  tellHits();
};
byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  stepHit(1);
});
byId("hit-previous").addEventListener("click", () => stepHit(-1));
byId("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.shiftKey) {
    event.preventDefault();
    stepHit(-1);
  }
});
byId("query").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    search(byId("query").value);
    tellHits();
  }, 150);
});
translated.push(tellHits);
