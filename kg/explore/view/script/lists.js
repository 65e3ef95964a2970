/* Lists of the panel: lines, actors, claims; and boxes in which an actor is chosen by name. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const PAGE = 60; // how much is listed before "more"

  /** A list that shows its first items and a button for further ones. */
  kg.paged = function (items, make, attributes, page) {
    const list = el("ul", attributes);
    const button = kg.button("", grow, { class: "link more" });
    let next = 0;
    function grow() {
      const from = next;
      next = Math.min(items.length, next + (page || PAGE));
      list.append(...items.slice(from, next).map((item) => el("li", {}, make(item))));
      button.textContent = `${(items.length - next).toLocaleString("en")} more`;
      button.hidden = next >= items.length;
      if (from) list.children[from].querySelector("button, a").focus();
    }
    grow();
    return [list, button];
  };

  kg.dash = () => el("span", { class: "dash" }, " – ");

  const statusOf = (line) => (line.status === null ? "about" : data.looks.statuses[line.status].label.toLowerCase());

  /** In words what a line looks like. */
  kg.qualities = (line) => (line.status === null ? [] : [data.looks.signs[line.sign].label, statusOf(line), line.negated && "negated"].filter(Boolean));

  /** Who does what to whom: in one direction as a sentence, in several each with its own. */
  function story(line) {
    const said = (words) => el("em", { class: `relation sign${line.sign}` }, words);
    if (line.status === null) return [kg.name(line.from), kg.dash(), said("is about"), kg.dash(), kg.name(line.to)];
    const ways = kg.waysOfLine(line);
    const [{ from, to, phrases }] = ways;
    const words = phrases.length === 1 ? phrases[0].mark + phrases[0].label : kg.phrased(phrases); // the row counts what there is but one of
    if (ways.length === 1) return [kg.name(from), kg.dash(), said(words), kg.dash(), kg.name(to)];
    return ways.flatMap((way, place) => [place ? el("span", { class: "sr" }, " | ") : null, el("span", { class: "way" }, `${kg.course(way)}: `, said(kg.phrased(way.phrases)))]);
  }

  /** A line of the drawing as a row that opens its evidence. */
  kg.lineRow = function (line) {
    const { from, to } = line;
    const qualities = [statusOf(line), line.negated && "negated", line.change && kg.changes.kinds[line.change]].filter((word) => word && word !== "about").join(", ");
    return el("button", { type: "button", class: "row", click: () => kg.open("pair", from, to, line.id) },
      kg.sample(line),
      el("span", { class: "name", title: kg.told(line, Infinity).join(" | ") }, ...story(line), el("span", { class: "sr" }, `, ${qualities}`)),
      line.disputed ? kg.badge() : null,
      kg.changeBadge(line.change),
      el("span", { class: "number", title: "claims" }, String(line.claims.length)));
  };

  /** An actor or issue as a row that opens its card. */
  kg.entityRow = function (id) {
    const kind = kg.kind(id);
    return el("button", { type: "button", class: "row", click: () => kg.open("entity", id) },
      kg.symbol(kind), el("span", { class: "name" }, kg.name(id), el("small", {}, ` ${data.looks.kinds[kind].label}`)), el("span", { class: "number", title: "claims" }, String(kg.mentions(id).length)));
  };

  /** The claims of an entity among those that are kept; they are counted once after every change. */
  kg.mentions = function (id) {
    if (!kg.shown.mentions) {
      kg.shown.mentions = new Map();
      for (const claim of kg.shown.claims) {
        for (const of of new Set([data.claims.subject[claim], data.claims.object[claim], ...kg.list(data.claims.issues, claim)])) {
          if (kg.shown.mentions.has(of)) kg.shown.mentions.get(of).push(claim);
          else kg.shown.mentions.set(of, [claim]);
        }
      }
    }
    return kg.shown.mentions.get(id) || [];
  };

  /** Claims under a heading, each with its sentence. */
  kg.claimList = function (title, numbers) {
    if (!numbers.length) return [];
    return [title && el("h3", { class: "heading" }, title), kg.markKey(numbers), ...kg.paged(numbers, kg.claimCard, { class: "claims" }, 20)];
  };

  /** A heading with what stands under it. */
  kg.section = (title, size, ...content) => el("section", { class: "group" }, el("h3", {}, title, size === null ? null : el("span", { class: "number" }, String(size))), ...content);

  /** A cloud of links with counts. */
  kg.cloud = (pairs) => el("ul", { class: "cloud" }, ...pairs.map(([id, count]) => el("li", {}, kg.link(id, true), el("span", { class: "number" }, String(count)))));

  let boxes = 0;

  /**
   * A box to choose an actor by its name.
   * @param {string} label
   * @param {string} action what the button says
   * @param {function(number): void} use called with the one that is chosen
   */
  kg.chooser = function (label, action, use) {
    boxes += 1;
    const names = el("datalist", { id: `names-${boxes}` });
    const input = el("input", { type: "text", list: names.id, "aria-label": label, placeholder: label, autocomplete: "off", input: suggest, keydown: (event) => event.key === "Enter" && choose() });
    function suggest() {
      const words = kg.plain(input.value.trim());
      const some = words ? data.entities.label.filter((name) => kg.plain(name).includes(words)).slice(0, 12) : [];
      names.replaceChildren(...some.map((name) => el("option", { value: name })));
    }
    function choose() {
      const wanted = kg.plain(input.value.trim());
      const id = data.entities.label.findIndex((name) => kg.plain(name) === wanted);
      input.setCustomValidity(id < 0 ? "Nobody has this name" : "");
      if (id < 0) input.reportValidity();
      else use(id);
    }
    return el("span", { class: "chooser" }, input, names, kg.button(action, choose));
  };

  /** Tabs whose buttons turn by arrow keys; `turn` is called with the name of the one that is chosen. */
  kg.tabs = function (names, current, turn, attributes) {
    const step = (event, by) => {
      const place = names.findIndex(([name]) => name === event.currentTarget.dataset.tab);
      turn(names[(place + by + names.length) % names.length][0], true);
    };
    const keys = { ArrowLeft: -1, ArrowRight: 1 };
    const buttons = names.map(([name, label]) => el("button", {
      type: "button", role: "tab", id: `tab-${name}`, "data-tab": name, "aria-controls": attributes.controls, "aria-selected": String(name === current), tabindex: name === current ? 0 : -1,
      click: () => turn(name, true), keydown: (event) => event.key in keys && step(event, keys[event.key]),
    }, label));
    return el("div", { role: "tablist", class: "tabs", "aria-label": attributes.label }, ...buttons);
  };
})((window.kg = window.kg || {}));
