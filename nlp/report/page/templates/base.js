// What every part uses: elements, words, the data block, the line that says what happened.
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
for (const claim of data.claims) {
  for (const name in data.usual) claim[name] ??= data.usual[name];
}
const root = document.documentElement;
const panel = byId("findings");
const wide = window.matchMedia("(min-width: 75rem)");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/** The words under a key in the page's language; `{n}` and the like are filled in. */
const say = (key, values = {}) => {
  const text = data.words[root.lang][key] ?? key.slice(key.indexOf(".") + 1).replaceAll("_", " ");
  return text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
};

/** A new element; text goes in as text, never as markup. */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
};

let lastSaid = null;
const announce = (key, values) => {
  lastSaid = [key, values];
  byId("where").textContent = key ? say(key, values) : "";
};

/** Kept for convenience only: some browsers refuse it for local files. */
const remember = (name, value) => {
  try {
    localStorage.setItem(`tieout:${name}`, value);
  } catch {
    // nothing is lost that was not exported
  }
};
const recall = (name) => {
  try {
    return localStorage.getItem(`tieout:${name}`);
  } catch {
    return null;
  }
};

root.classList.add("scripted");
