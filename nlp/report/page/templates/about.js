// What is known of one amount: how it was read, its triangle, and where the same fact stands again.
const tagOf = (verdict) => make("span", { class: "tag", "data-v": verdict }, say(`page.${verdict}`));
const claimsOf = (element) => (element.dataset.k ?? "").split(" ").filter(Boolean).map((at) => data.claims[at]);
const placeOf = (claim) => `${data.documents[claim.doc]}:${claim.at}`;
const linkTo = (claim) => make("a", { href: `#${claim.id}`, lang: claim.lang }, claim.text);

const valueOf = (claim) => {
  const unit = claim.unit === "count" ? "" : ` ${claim.unit.replaceAll("_", " ")}`;
  if (claim.low === undefined) return `${say("page.at_most")} ${claim.high ?? "?"}${unit}`;
  if (claim.bound) return `${say("page.at_least")} ${claim.low}${unit}`;
  return claim.high === undefined ? `${claim.low}${unit}` : `${claim.low} ${say("page.to")} ${claim.high}${unit}`;
};
const worded = (table, word) => (word.startsWith("other:") ? word.slice(6) : say(`${table}.${word}`));

const readAs = (claim) => {
  const rows = [
    ["page.value", valueOf(claim)],
    ["page.interval", claim.from !== undefined && claim.upto !== undefined ? `${claim.from} … ${claim.upto}` : null],
    ["page.metric", worded("metric", claim.metric)],
    ["page.segment", claim.segment],
    ["page.definition", claim.definition],
    ["page.period", claim.period],
    ["page.role", say(`said.${claim.role}`)],
    ["page.modality", say(`said.${claim.modality}`)],
    ["page.basis", claim.basis ? say(`said.${claim.basis}`) : null],
    ["page.speaker", claim.speaker],
  ].filter(([, value]) => value);
  return make("dl", { class: "read" }, ...rows.map(([key, value]) => make("div", {}, make("dt", {}, say(key)), make("dd", {}, value))));
};

const CORNERS = [["en", "page.english"], ["zh", "page.chinese"], ["release", "page.release"]];
const corner = (triangle, [name, key]) => {
  const claim = data.claims[triangle.corners[name]];
  const odd = triangle.odd === name ? make("span", { class: "odd" }, `◆ ${say("page.odd")}`) : null;
  return make("div", { class: `corner ${name}${odd ? " odd-one" : ""}` }, make("span", { class: "name" }, say(key)), claim ? linkTo(claim) : make("span", { class: "none" }, say("page.corner_none")), odd);
};
const EDGES = { supported: "agree", rounding: "rounding", contradicted: "differ", not_comparable: "not_comparable", unchecked: "not_tied" };
const edge = (triangle, name) => {
  if (!name.split("-").every((end) => end in triangle.corners)) return null;
  const verdict = triangle.edges[name] ?? "unchecked";
  const word = make("span", { class: "word" }, say(`page.${EDGES[verdict]}`));
  return make("div", { class: `edge ${name}`, "data-v": verdict }, word);
};
const drawTriangle = (triangle) =>
  make("div", { class: "triangle" }, ...CORNERS.map((row) => corner(triangle, row)), ...["en-zh", "en-release", "zh-release"].map((name) => edge(triangle, name)).filter(Boolean));

const MOST_PLACES = 20;
const samePlaces = (claim) => {
  const others = data.claims.filter((row) => row.fact === claim.fact && row.id !== claim.id);
  const items = others.slice(0, MOST_PLACES).map((row) => make("li", {}, tagOf(row.v), " ", linkTo(row), " ", make("span", { class: "place" }, placeOf(row))));
  if (others.length > MOST_PLACES) items.push(make("li", {}, `… ${MOST_PLACES} / ${others.length}`));
  return make("ul", { class: "quotes" }, ...items);
};

const section = (key, body) => [make("h4", {}, say(key)), body];
const aboutClaim = (claim) => [
  make("p", { class: "said" }, tagOf(claim.v), " ", make("strong", { lang: claim.lang }, claim.text), " ", make("a", { class: "place", href: `#${claim.id}` }, placeOf(claim))),
  readAs(claim),
  ...(claim.tri ? section("page.triangle", drawTriangle(claim.tri)) : []),
  ...(claim.fact !== undefined ? section("page.same_fact", samePlaces(claim)) : []),
  claim.cards ? null : make("p", { class: "none" }, say("page.no_check_one")),
];
const showAbout = (claims) => {
  const box = byId("about");
  const close = make("button", { type: "button", id: "all-findings" }, say("page.all_findings"), " ", make("kbd", {}, "Esc"));
  const head = make("h3", { id: "about-title", tabindex: "-1" }, say("page.about_amount"));
  box.replaceChildren(make("div", { class: "about-head" }, head, close), ...claims.flatMap(aboutClaim).filter(Boolean));
  if (claims.some((claim) => claim.cards)) box.append(make("h4", {}, say("page.its_findings")));
  box.hidden = false;
};
