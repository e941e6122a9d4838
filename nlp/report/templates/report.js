"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const where = document.getElementById("where");
  document.documentElement.classList.add("scripted");

  const on = (kind) => new Set(all(`[data-filter="${kind}"]`).filter((box) => box.checked).map((box) => box.value));
  const apply = () => {
    const verdicts = on("v");
    const severities = on("s");
    for (const card of all(".card")) {
      const weighs = !("wrong" in card.dataset) || severities.has(card.dataset.s);
      card.classList.toggle("hidden", !(verdicts.has(card.dataset.v) && weighs));
    }
    for (const group of all("details.others")) {
      group.classList.toggle("hidden", !group.querySelector(".card:not(.hidden)"));
    }
    for (const mark of all(".m")) {
      const weighs = mark.dataset.v !== "contradicted" || severities.has(mark.dataset.s);
      mark.classList.toggle("off", !(verdicts.has(mark.dataset.v) && weighs));
    }
    where.textContent = `${all(".card[data-wrong]:not(.hidden)").length} findings shown`;
  };

  let current = null;
  const choose = (card) => {
    all(".here").forEach((element) => element.classList.remove("here"));
    current = card;
    card.classList.add("here");
    const places = all('a.place[href^="#"]', card).map((link) => document.getElementById(link.hash.slice(1)));
    const marks = places.filter(Boolean);
    marks.filter((mark) => mark.matches(".m")).forEach((mark) => mark.classList.add("here"));
    if (marks.length) marks[0].scrollIntoView({ block: "center" });
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
    try {
      history.replaceState(null, "", `#${card.id}`);
    } catch {
      // some browsers refuse this for local files; the page works without it
    }
  };
  const step = (by) => {
    const cards = all(".card[data-wrong]:not(.hidden)");
    if (!cards.length) return;
    const at = cards.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length;
    choose(cards[next]);
    where.textContent = `finding ${next + 1} of ${cards.length}`;
  };
  let unchecked = -1;
  const nextUnchecked = () => {
    const marks = all('.m[data-v="unchecked"]:not(.off)');
    if (!marks.length) return;
    unchecked = (unchecked + 1) % marks.length;
    all(".here").forEach((element) => element.classList.remove("here"));
    marks[unchecked].classList.add("here");
    marks[unchecked].scrollIntoView({ block: "center" });
    where.textContent = `unchecked amount ${unchecked + 1} of ${marks.length}`;
  };

  document.getElementById("filters").addEventListener("change", apply);
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, select, [type=text]")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "u") nextUnchecked();
  });
})();
