// The interface in another language, and how the page looks.
const translated = []; // functions to run when the language changes
const inLines = (text) => (text.match(/; |；/g)?.length > 2 ? text.replace(/; |；/g, (hit) => `${hit.trimEnd()}\n`) : text);
const setLanguage = (lang) => {
  if (!(lang in data.words)) return;
  root.lang = lang;
  for (const element of all("[data-w]")) element.textContent = (element.dataset.before ?? "") + say(element.dataset.w);
  for (const element of all("[data-wl]")) element.setAttribute("aria-label", say(element.dataset.wl));
  for (const element of all("[data-wp]")) element.placeholder = say(element.dataset.wp);
  for (const element of all(".message")) {
    const english = element.dataset.en ?? element.textContent;
    // A document may say "__proto__", which every object has.
    const text = lang !== "en" && Object.hasOwn(data.said[lang], english) ? data.said[lang][english] : english;
    if (inLines(text) === element.textContent) continue;
    element.dataset.en = english;
    element.textContent = inLines(text);
    element.lang = text === english ? "en" : lang;
  }
  if (lastSaid?.[0]) announce(...lastSaid);
  translated.forEach((again) => again());
  byId("interface").value = lang;
};
byId("interface").addEventListener("change", (event) => {
  setLanguage(event.target.value);
  remember("lang", event.target.value);
});

const setTheme = (theme) => {
  root.dataset.theme = theme;
  byId("theme").value = theme;
};
byId("theme").addEventListener("change", (event) => {
  setTheme(event.target.value);
  remember("theme", event.target.value);
});
const setWords = (on) => {
  root.classList.toggle("in-words", on);
  byId("words").checked = on;
};
byId("words").addEventListener("change", (event) => {
  setWords(event.target.checked);
  remember("words", event.target.checked ? "1" : "");
});
byId("print").addEventListener("click", () => window.print());
window.addEventListener("beforeprint", () => all("details:not(.others)").forEach((box) => { if (!box.closest(".script-only")) box.open = true; }));
document.addEventListener("click", (event) => {
  if (!event.target.closest("#display")) byId("display").open = false;
});
