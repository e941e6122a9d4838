// Decisions about findings: made here, taken back here, and exported as the file that `tieout check --accepted` reads.
const STORE = `decisions:${data.key}`;
const decisions = new Map(Object.entries(JSON.parse(recall(STORE) ?? "{}")));
const undone = []; // [fingerprint, what was decided before] for every decision, the last one last
let deciding = null;
const printOf = (element) => element.dataset.print ?? element.id.slice(2);

// A basic string of TOML is a JSON string but for DEL and lone surrogates.
const quoted = (text) => JSON.stringify(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")).replaceAll("\u007f", "\\u007f");
const toToml = () =>
  [...decisions].map(([fingerprint, row]) =>
    ["[[decision]]", ...Object.entries({ fingerprint, ...row }).map(([name, value]) => `${name} = ${quoted(value)}`)].join("\n") + "\n").join("\n");

let file = "";
const tellDecisions = () => {
  const box = byId("decisions");
  box.hidden = decisions.size === 0 && undone.length === 0;
  byId("decided-count").textContent = String(decisions.size);
  byId("decided-text").value = toToml();
  if (file) URL.revokeObjectURL(file);
  file = URL.createObjectURL(new Blob([toToml()], { type: "application/toml" }));
  byId("download").href = file;
  byId("undo").disabled = undone.length === 0;
  const cards = new Map(all(".card").map((element) => [printOf(element), element]));
  byId("decided-list").replaceChildren(...[...decisions].slice(-10).reverse().map(([fingerprint, row]) => {
    const element = cards.get(fingerprint);
    const name = element ? make("a", { href: `#${element.id}` }, element.dataset.code) : fingerprint;
    return make("li", {}, name, ` ${say(`page.${row.status}`)}: ${row.reason} (${row.who}, ${row.when})`);
  }));
  for (const element of cards.values()) {
    const row = decisions.get(printOf(element));
    element.classList.toggle("decided", Boolean(row) || "accepted" in element.dataset);
    element.querySelector(":scope > .mine")?.remove();
    if (row) element.querySelector("h3").after(make("p", { class: "told mine" }, `☑ ${say(`page.${row.status}`)}: ${row.reason} (${row.who}, ${row.when})`));
  }
};
const decideNow = (fingerprint, row) => {
  undone.push([fingerprint, decisions.get(fingerprint)]);
  if (row) decisions.set(fingerprint, row);
  else decisions.delete(fingerprint);
  keepDecisions();
};
const keepDecisions = () => {
  remember(STORE, JSON.stringify(Object.fromEntries(decisions)));
  tellDecisions();
  if (byId("hide-decided").checked) applyFilters({ quiet: true });
};
const undo = () => {
  const last = undone.pop();
  if (!last) return;
  if (last[1]) decisions.set(last[0], last[1]);
  else decisions.delete(last[0]);
  keepDecisions();
  announce("page.undone");
};

const askDecision = (element) => {
  if (!element?.matches(".card")) return;
  deciding = element;
  const before = decisions.get(printOf(element));
  byId("decide-about").textContent = `${element.dataset.code} ${say(`code.${element.dataset.code}`)}`;
  byId("reason").value = before?.reason ?? "";
  byId("who").value = before?.who ?? recall("who") ?? "";
  all('[name="status"]').forEach((box) => { box.checked = box.value === (before?.status ?? "accepted"); });
  byId("decide-wrong").textContent = "";
  byId("decide").showModal();
  byId("reason").focus();
};
byId("decide-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const [reason, who] = [byId("reason").value.trim(), byId("who").value.trim()];
  if (!reason || !who) {
    byId("decide-wrong").textContent = say("page.needed");
    (reason ? byId("who") : byId("reason")).focus();
    return;
  }
  remember("who", who);
  const now = new Date();
  const when = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
  decideNow(printOf(deciding), { status: all('[name="status"]').find((box) => box.checked).value, reason, who, when });
  byId("decide").close();
  announce("page.saved");
});
byId("decide-form").noValidate = true;
byId("decide-cancel").addEventListener("click", () => byId("decide").close());
byId("decide").addEventListener("close", () => deciding?.focus({ preventScroll: true }));
byId("undo").addEventListener("click", undo);

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    announce("page.copied");
  } catch {
    announce("page.copy_failed");
  }
};
byId("copy-decisions").addEventListener("click", () => {
  byId("decided-text").select();
  copy(byId("decided-text").value);
});

/** The buttons of a card, made when it is first looked at: a long report has thousands of cards. */
const tools = (element) => {
  if (element.querySelector(":scope > .tools")) return;
  const decide = make("button", { type: "button" }, make("span", { "data-w": "page.decide" }, say("page.decide")));
  const link = make("button", { type: "button" }, make("span", { "data-w": "page.copy_link" }, say("page.copy_link")));
  decide.addEventListener("click", () => askDecision(element));
  link.addEventListener("click", () => copy(new URL(`#${encodeURIComponent(element.id)}`, location.href).href));
  element.append(make("p", { class: "tools" }, decide, " ", link));
};
all(".card[data-wrong]").slice(0, 200).forEach(tools);
translated.push(() => {
  if (decisions.size) tellDecisions();
  if (amount) showAbout(claimsOf(amount));
});
