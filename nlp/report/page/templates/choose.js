// Where one is: the hash names a finding, an amount or a paragraph; every step can be taken back.
const trail = []; // where links were followed from
let card = null; // the finding chosen last
let amount = null; // the mark whose amount is shown in the panel
let place = -1; // which place of the finding `e` showed last

const visibleCards = () => all(".card[data-wrong]:not(.hidden)");
const light = (element) => element.classList.add("here");
const unlight = () => all(".here").forEach((element) => element.classList.remove("here"));
const show = (element, block = "center") => element.scrollIntoView({ block, behavior: "instant" });
const open = (element) => {
  for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  const own = element.querySelector(":scope > details");
  if (own) own.open = true;
};
const address = (id, replace) => {
  try {
    history[replace ? "replaceState" : "pushState"](null, "", `#${encodeURIComponent(id)}`);
  } catch {
    // some browsers refuse this for local files; the page works without it
  }
};
const placesOf = (element) => all('a.place[href^="#"]', element).map((link) => byId(decodeURIComponent(link.hash.slice(1)))).filter(Boolean);

const showAll = () => {
  panel.classList.remove("one");
  byId("about").hidden = true;
  all(".in-one").forEach((element) => element.classList.remove("in-one"));
  amount = null;
};
const chooseCard = (element, { text = true } = {}) => {
  if (!element.classList.contains("in-one")) showAll();
  unlight();
  card = element;
  place = -1;
  open(element);
  light(element);
  const places = placesOf(element);
  places.forEach(light);
  if (text && wide.matches && places.length) show(places[0]);
  show(element, wide.matches ? "nearest" : "start");
  element.focus({ preventScroll: true });
  tools(element);
};
const chooseAmount = (mark, { focus = true } = {}) => {
  const claims = claimsOf(mark);
  if (!claims.length) return point(mark);
  showAll();
  unlight();
  light(mark);
  amount = mark;
  const ids = new Set(claims.flatMap((claim) => claim.cards ?? []));
  ids.forEach((id) => {
    const one = byId(id);
    if (!one) return;
    one.classList.add("in-one");
    open(one);
    one.closest("details")?.classList.add("in-one");
    tools(one);
  });
  card = ids.size ? byId([...ids][0]) : null;
  place = -1;
  panel.classList.add("one");
  showAbout(claims);
  panel.scrollTop = 0;
  if (!wide.matches) show(byId("about"), "start");
  if (focus) byId("about-title").focus({ preventScroll: true });
};
const point = (element) => {
  unlight();
  light(element);
  open(element);
  show(element, element.matches("p, .m, span") ? "center" : "start");
  if (!element.matches("a, button, input, select, textarea, [tabindex]")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
};
const arrive = (element, options) => {
  if (element.matches(".card")) chooseCard(element);
  else if (element.matches(".m") && options?.about) chooseAmount(element);
  else point(element);
};

const leave = () => {
  trail.push({ from: document.activeElement, y: window.scrollY, panelY: panel.scrollTop, amount, hash: location.hash });
  if (trail.length > 500) trail.shift();
  byId("back").disabled = false;
};
/** Go to an element by id, remembering where from. */
const go = (id, options = {}) => {
  const element = byId(id);
  if (!element) return;
  leave();
  address(id);
  arrive(element, options);
};
const back = () => {
  const was = trail.pop();
  byId("back").disabled = !trail.length;
  if (!was) return;
  address(decodeURIComponent(was.hash.slice(1)) || "summary", true);
  if (was.amount && was.amount !== amount) chooseAmount(was.amount, { focus: false });
  if (!was.amount) showAll();
  unlight();
  const from = was.from && was.from.isConnected ? was.from : null;
  if (from && from.closest("main")) {
    light(from);
    show(from);
  } else {
    window.scrollTo(0, was.y);
    panel.scrollTop = was.panelY;
    const home = from?.closest(".card");
    if (home) light(home);
  }
  from?.focus({ preventScroll: true });
};

const step = (by) => {
  const cards = visibleCards();
  if (!cards.length) return;
  const at = cards.indexOf(card);
  const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length;
  showAll();
  chooseCard(cards[next]);
  address(cards[next].id, true);
  announce("page.finding_at", { n: next + 1, all: cards.length });
};
let uncheckedAt = -1;
const stepUnchecked = (by) => {
  const marks = all('.m[data-v="unchecked"]:not(.off)');
  if (!marks.length) return;
  uncheckedAt = uncheckedAt < 0 ? (by > 0 ? 0 : marks.length - 1) : (uncheckedAt + by + marks.length) % marks.length;
  const mark = marks[uncheckedAt];
  chooseAmount(mark, { focus: false });
  if (wide.matches) show(mark);
  mark.focus({ preventScroll: true });
  if (!wide.matches) show(byId("about"), "start");
  if (mark.id) address(mark.id, true);
  announce("page.unchecked_at", { n: uncheckedAt + 1, all: marks.length });
};
const stepEvidence = () => {
  const places = card ? placesOf(card) : [];
  if (!places.length) return;
  place = (place + 1) % places.length;
  if (!wide.matches) leave();
  all(".now").forEach((element) => element.classList.remove("now"));
  places[place].classList.add("now");
  show(places[place]);
};

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.id === "download") return;
  const mark = link.matches(".m") ? link : null;
  event.preventDefault();
  if (!mark) return go(decodeURIComponent(link.hash.slice(1)));
  leave();
  if (mark.id) address(mark.id);
  chooseAmount(mark);
});
byId("about").addEventListener("click", (event) => {
  if (event.target.closest("#all-findings")) {
    const mark = amount;
    showAll();
    mark?.focus({ preventScroll: true });
  }
});
const followHash = () => {
  const element = location.hash.length > 1 ? byId(decodeURIComponent(location.hash.slice(1))) : null;
  if (element) arrive(element, { about: true });
};
window.addEventListener("popstate", followHash);
for (const strip of all(".strip svg")) {
  strip.addEventListener("click", (event) => {
    const to = event.target.closest("[data-to]")?.dataset.to;
    if (to) go(to, { about: true });
  });
}
byId("previous").addEventListener("click", () => step(-1));
byId("next").addEventListener("click", () => step(1));
byId("unchecked").addEventListener("click", () => stepUnchecked(1));
byId("back").addEventListener("click", back);

// What an amount's mark means, on hover and on focus.
const peek = byId("peek");
const peekAt = (mark) => {
  const claims = claimsOf(mark);
  if (!claims.length) return;
  const lines = claims.slice(0, 2).flatMap((claim) => {
    const first = claim.cards ? byId(claim.cards[0]) : null;
    const head = first ? `${first.dataset.code} ${say(`code.${first.dataset.code}`)}` : say("page.no_check_one");
    return [make("p", {}, tagOf(claim.v), ` ${head}`), first ? make("p", { lang: first.querySelector(".message").lang }, first.querySelector(".message").textContent.slice(0, 240)) : null];
  });
  peek.replaceChildren(...lines.filter(Boolean));
  peek.hidden = false;
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const left = Math.min(box.left, root.clientWidth - peek.offsetWidth - 8);
  const below = box.bottom + peek.offsetHeight + 8 < window.innerHeight;
  peek.style.left = `${Math.max(8, left)}px`;
  peek.style.top = `${below ? box.bottom + 4 : Math.max(4, box.top - peek.offsetHeight - 4)}px`;
  mark.setAttribute("aria-describedby", "peek");
};
const unpeek = () => {
  peek.hidden = true;
  all("[aria-describedby=peek]").forEach((mark) => mark.removeAttribute("aria-describedby"));
};
document.addEventListener("pointerover", (event) => {
  const mark = event.target.closest?.(".m");
  if (mark && event.pointerType === "mouse") peekAt(mark);
  else if (!event.target.closest?.("#peek")) unpeek();
});
document.addEventListener("focusin", (event) => (event.target.matches(".m:focus-visible") ? peekAt(event.target) : unpeek()));
const repeek = () => {
  const mark = document.activeElement;
  if (mark?.matches(".m:focus-visible") && !peek.hidden) peekAt(mark);
  else unpeek();
};
window.addEventListener("scroll", repeek, { passive: true });
