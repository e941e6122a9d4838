// Which findings and marks are shown.
const filters = byId("filters");
const checked = (kind) => new Set(all(`[data-filter="${kind}"]`, filters).filter((box) => box.checked).map((box) => box.value));
const picked = () => Object.fromEntries(all("[data-pick]", filters).map((pick) => [pick.dataset.pick, pick.value]));
const isDecided = (element) => "accepted" in element.dataset || decisions.has(printOf(element));

const meets = (claims, picks) =>
  (!picks.speaker || claims.some((claim) => claim.speaker === picks.speaker)) &&
  (!picks.topic || claims.some((claim) => claim.topics?.includes(picks.topic))) &&
  (!picks.language || claims.some((claim) => claim.lang.slice(0, 2) === picks.language)) &&
  (!picks.document || claims.some((claim) => String(claim.doc) === picks.document));

const applyFilters = ({ quiet = false } = {}) => {
  const verdicts = checked("v");
  const severities = checked("s");
  const picks = picked();
  const hideDecided = byId("hide-decided").checked;
  for (const element of all(".card")) {
    const weighs = !("wrong" in element.dataset) || severities.has(element.dataset.s);
    const fits = verdicts.has(element.dataset.v) && weighs && (!picks.code || element.dataset.code === picks.code) && meets(claimsOf(element), picks);
    element.classList.toggle("hidden", !fits || (hideDecided && isDecided(element)));
  }
  for (const group of all("details.others")) group.classList.toggle("hidden", !group.querySelector(".card:not(.hidden)"));
  for (const mark of all(".m")) {
    const claims = claimsOf(mark).slice(0, 1);
    const weighs = mark.dataset.v !== "contradicted" || severities.has(mark.dataset.s);
    const coded = !picks.code || claims.some((claim) => claim.cards?.some((id) => byId(id)?.dataset.code === picks.code));
    mark.classList.toggle("off", !(verdicts.has(mark.dataset.v) && weighs && coded && meets(claims, picks)));
  }
  uncheckedAt = -1;
  showAll();
  if (!quiet) announce("page.shown", { n: all(".card:not(.hidden)").length, all: all(".card").length });
};
filters.addEventListener("change", () => applyFilters());
filters.addEventListener("reset", () => setTimeout(() => applyFilters()));
filters.addEventListener("submit", (event) => event.preventDefault());
