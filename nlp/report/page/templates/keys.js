// Keys, and how the page begins.
const typingIn = (element) => element.closest("textarea, select, input:not([type=checkbox]):not([type=radio]), dialog[open]");
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  u: () => stepUnchecked(1),
  U: () => stepUnchecked(-1),
  e: stepEvidence,
  b: back,
  a: () => askDecision(card),
  z: undo,
  "/": () => byId("query").focus(),
  "?": () => byId("keys").showModal(),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") {
    unpeek();
    byId("display").open = false;
    if (event.target === byId("query")) byId("query").blur();
    else if (!event.target.closest("dialog") && amount) {
      const mark = amount;
      showAll();
      mark.focus({ preventScroll: true });
    }
    return;
  }
  if (typingIn(event.target) || !byId("keys-on").checked || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});
byId("keys-open").addEventListener("click", () => byId("keys").showModal());
byId("keys-close").addEventListener("click", () => byId("keys").close());
byId("keys-on").addEventListener("change", (event) => remember("keys", event.target.checked ? "" : "off"));

if (decisions.size) tellDecisions();
if (recall("keys") === "off") byId("keys-on").checked = false;
setTheme(recall("theme") ?? "auto");
setWords(recall("words") === "1");
const wanted = recall("lang");
if (wanted && wanted !== root.lang) setLanguage(wanted);
followHash();
