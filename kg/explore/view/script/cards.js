/* The cards of the panel: of an actor, of an issue, of a pair. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const { claims, relations } = data;
  const WORDS = 8; // different relations of one direction that the card of a pair writes out
  const NAMES = 12; // other names of an actor
  const CLOUD = 24; // issues of an actor, or actors of an issue
  let grouping = "type";

  function known(id) {
    const every = data.entities.names[id] || [];
    const also = [...every.slice(0, NAMES), ...(every.length > NAMES ? [`and ${every.length - NAMES} more`] : [])];
    const same = (data.entities.same[id] || []).filter((iri) => /^https?:\/\//.test(iri));
    return [
      also.length ? el("p", { class: "hint" }, `Also called ${also.join(", ")}`) : null,
      ...same.map((iri) => el("p", { class: "hint" }, "The same as ", el("a", { href: iri, rel: "noreferrer noopener", target: "_blank" }, iri.replace(/^.*\//, "").replace(/^Q/, "Wikidata Q")))),
    ];
  }

  /** Ties of an actor, which say what it is, with when they hold; what is no fact is marked as in every other list. */
  function roles(id) {
    const found = new Map();
    for (const number of kg.mentions(id)) {
      const { relation, subject, object, time } = kg.claim(number);
      if (relation.group !== "tie" || (subject !== id && !relation.mutual)) continue;
      const [label, other] = [kg.qualifiers(number) + relation.label, subject === id ? object : subject];
      const when = time ? time[2] || [time[0], time[1]].filter(Boolean).map(kg.date).join(" to ") : "";
      found.set(`${label} ${other} ${when}`, [label, other, when]);
    }
    if (!found.size) return null;
    const items = [...found.values()].map(([label, other, when]) => el("li", {}, `${label} `, kg.link(other), when ? ` (${when})` : ""));
    return kg.section("Roles and ties", null, el("ul", { class: "plain" }, ...items));
  }

  function focusing(id) {
    const { focus } = kg.state;
    const here = (steps) => Boolean(focus && focus.kind === "actor" && focus.ids[0] === id && focus.steps === steps);
    const hidden = kg.hidden(id).length;
    const issue = kg.isIssue(id);
    return el("div", { class: "buttons" },
      kg.button("Show only this and what it is linked to", () => kg.focusOn("actor", [id], 1), { "aria-pressed": String(here(1)) }),
      issue ? null : kg.button("Two steps", () => kg.focusOn("actor", [id], 2), { "aria-pressed": String(here(2)) }),
      hidden && kg.shown.entities.size < kg.MOST ? kg.button(`Show ${Math.min(hidden, kg.STEP)} of ${hidden} more`, () => kg.expand(id)) : null);
  }

  function choosers(id) {
    if (kg.isIssue(id)) return null;
    return el("details", { class: "tools" }, el("summary", {}, "Way to another · correct"),
      kg.chooser("Way to whom?", "Find the way", (other) => other !== id && kg.focusOn("path", [id, other])),
      kg.chooser("The same as whom?", "Propose merge", (other) => other !== id && !kg.isIssue(other) && kg.decide("merge", [id, other])),
      kg.button("This is more than one: propose split", () => kg.decide("split", [id])));
  }

  /** Claims by a key, the largest group first. */
  function grouped(numbers, key) {
    const groups = new Map();
    for (const number of numbers) {
      const name = key(number);
      if (groups.has(name)) groups.get(name).push(number);
      else groups.set(name, [number]);
    }
    return [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], "en"));
  }

  const BY = {
    type: (number) => relations[claims.relation[number]].label,
    source: (number) => kg.documentOf(number).publisher || kg.documentOf(number).title,
    speaker: (number) => claims.chains[claims.chain[number]].map(([who]) => who || "an unnamed source").pop() || "In the document’s own voice",
  };

  /** One row for each other end, so that nobody stands there twice. */
  function rows(numbers) {
    const sign = (number) => relations[claims.relation[number]].sign;
    const groups = grouped(numbers, (number) => [...kg.ends(number), sign(number), kg.statusOf(number), claims.polarity[number], kg.changeOf(number)].join(" "));
    const lines = groups.map(([, some]) => ({
      id: null, from: kg.ends(some[0])[0], to: kg.ends(some[0])[1], sign: sign(some[0]), status: kg.statusOf(some[0]), negated: kg.isNegated(some[0]),
      mutual: some.some((number) => relations[claims.relation[number]].mutual), claims: some, disputed: some.some((number) => kg.disputes.of.has(number)), change: kg.changeOf(some[0]),
    }));
    return kg.paged(lines, kg.lineRow, { class: "rows" }, 12);
  }

  function relationsOf(id) {
    const numbers = kg.mentions(id).filter((number) => claims.subject[number] === id || claims.object[number] === id);
    if (!numbers.length) return [];
    const turn = (name) => {
      grouping = name;
      kg.renderPanel();
      kg.byId(`tab-${name}`).focus();
    };
    const names = [["type", "By type"], ["source", "By publisher"], ["speaker", "By speaker"]];
    const groups = grouped(numbers, BY[grouping]).map(([label, some]) => kg.section(label, some.length, ...rows(some)));
    return [kg.tabs(names, grouping, turn, { label: "Relations", controls: "tab-body" }), el("div", { id: "tab-body", role: "tabpanel", "aria-labelledby": `tab-${grouping}` }, ...groups)];
  }

  /** For an actor the issues of its claims, for an issue the actors. */
  function around(id) {
    const tally = new Map();
    const topic = kg.isIssue(id);
    for (const number of kg.mentions(id)) {
      const others = topic ? [claims.subject[number], claims.object[number]] : kg.topics(number);
      new Set(others.filter((other) => other !== id)).forEach((other) => tally.set(other, (tally.get(other) || 0) + 1));
    }
    const sorted = [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const size = sorted.length > CLOUD ? `${CLOUD} of ${sorted.length.toLocaleString("en")}` : null;
    return sorted.length ? kg.section(topic ? "Who" : "Issues", size, kg.cloud(sorted.slice(0, CLOUD))) : null;
  }

  /** What an actor says: the claims that it is the speaker of. */
  function says(id) {
    const said = claims.chains.map((chain) => chain.some(([, entity]) => entity === id));
    const numbers = kg.shown.claims.filter((number) => said[claims.chain[number]]);
    return kg.claimList(`What ${kg.name(id)} says (${numbers.length})`, numbers);
  }

  function topicClaims(id) {
    return kg.isIssue(id) ? kg.claimList("Claims about it", kg.mentions(id).filter((number) => kg.list(claims.issues, number).includes(id))) : [];
  }

  /** The card of an actor or issue. */
  kg.entityCard = function (id) {
    const kind = kg.kind(id);
    return [
      el("h2", { class: "ends" }, kg.symbol(kind), kg.name(id)),
      el("p", { class: "lead" }, `${data.looks.kinds[kind].label} · ${kg.count(kg.mentions(id).length, "claim")}`),
      ...known(id),
      focusing(id),
      choosers(id),
      roles(id),
      around(id),
      ...relationsOf(id),
      ...says(id),
      ...topicClaims(id),
    ];
  };

  /** What each does to the other, and what both do, with how much of it is cooperation and how much conflict. */
  function directions(numbers) {
    const of = ({ from, to, mutual }) => numbers.filter((number) => relations[claims.relation[number]].mutual === mutual && kg.ends(number)[0] === from && kg.ends(number)[1] === to);
    const item = (way) => el("li", {}, `${kg.course(way)}: ${kg.phrased(way.phrases, WORDS)} · `, el("span", { class: "number" }, kg.balance(kg.tally(of(way)))));
    const together = el("li", {}, "Together: ", el("strong", {}, kg.balance(kg.tally(numbers))));
    return el("ul", { class: "plain directions" }, ...kg.waysOf(numbers).map(item), together);
  }

  /** Cooperation above the line, conflict below. */
  function history(numbers) {
    const dated = numbers.filter((number) => kg.clocks.published.start[number] !== kg.NEVER);
    const days = dated.map((number) => kg.clocks.published.start[number]);
    const [low, high] = [Math.min(...days), Math.max(...days)];
    if (!dated.length || low === high) return null;
    const bars = 24;
    const tally = Array.from({ length: bars }, () => ({ 1: 0, "-1": 0, 0: 0 }));
    dated.forEach((number, place) => (tally[Math.floor(((days[place] - low) / (high - low)) * (bars - 1))][kg.toneOf(number) ?? 0] += 1));
    const most = Math.max(...tally.map((some) => Math.max(some[1], some[-1])), 1);
    const rects = tally.flatMap((some, bar) => [1, -1].filter((sign) => some[sign]).map((sign) => {
      const height = (some[sign] / most) * 20;
      return kg.svg("rect", { x: bar * 10 + 1, y: sign > 0 ? 22 - height : 22, width: 8, height, fill: kg.tone(data.looks.signs[sign]) });
    }));
    const words = `Cooperation and conflict over time, ${kg.date(kg.iso(low))} to ${kg.date(kg.iso(high))}`;
    const picture = kg.svg("svg", { class: "history", viewBox: "0 0 240 44", role: "img", "aria-label": `${words}: cooperation above the line, conflict below` }, ...rects, kg.svg("path", { d: "M0 22H240", stroke: "currentColor", "stroke-width": 0.7 }));
    return kg.section(words, null, picture);
  }

  function trend(numbers) {
    const some = numbers.filter((number) => relations[claims.relation[number]].group === "trend");
    if (!some.length) return null;
    return kg.section("Trend", some.length, ...rows(some));
  }

  function issues(id, other, numbers) {
    const tally = new Map();
    numbers.forEach((number) => kg.topics(number).filter((issue) => issue !== id && issue !== other).forEach((issue) => tally.set(issue, (tally.get(issue) || 0) + 1)));
    return tally.size ? kg.section("Issues", null, kg.cloud([...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0]))) : null;
  }

  /** The card of a pair, or the evidence of one of its lines. */
  kg.pairCard = function ({ id, other, line: name }) {
    const all = kg.shown.claims.filter((number) => kg.joins(number, id, other));
    const line = name && kg.shown.lines.get(name);
    const numbers = line ? line.claims : all;
    const about = kg.isIssue(id) || kg.isIssue(other);
    const disputed = numbers.filter((number) => kg.disputes.of.has(number));
    const whole = numbers.length < all.length ? kg.button(`All ${kg.count(all.length, "claim")} between the two`, () => kg.open("pair", id, other)) : null;
    return [
      el("h2", { class: "ends" }, kg.link(line ? line.from : id, true), el("span", { class: "dash" }, line && line.status === null ? " is about " : line && !line.mutual ? " to " : " and "), kg.link(line ? line.to : other, true)),
      el("p", { class: "lead" }, line ? kg.sample(line) : null, ` ${[kg.count(numbers.length, "claim"), ...(line ? kg.qualities(line) : [])].join(" · ")}`),
      disputed.length ? el("p", {}, kg.badge(), ` Sources disagree on ${kg.count(disputed.length, "claim")}`) : null,
      el("div", { class: "buttons" }, whole,
        kg.button("Focus on this pair", () => kg.focusOn("pair", [id, other])),
        about ? null : kg.button("Sources side by side", () => kg.set({ view: "sides" }))),
      line || about ? null : directions(all),
      line || about ? null : history(all),
      line || about ? null : trend(all),
      line ? null : issues(id, other, all),
      ...(numbers.length ? kg.claimList(line ? "" : "Claims", [...disputed, ...numbers.filter((number) => !kg.disputes.of.has(number))]) : [el("p", { class: "lead" }, "The filters hide everything here.")]),
    ];
  };
})((window.kg = window.kg || {}));
