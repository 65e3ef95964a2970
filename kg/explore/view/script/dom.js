/* Builders for elements. Text enters the page only as text nodes and attributes, never as HTML. */
(function (kg) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  /**
   * Set attributes; a function becomes a listener, `true` an empty attribute, null and false are left out.
   * @param {Element} element
   * @param {Object<string, *>} attributes
   */
  function assign(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
    }
  }

  /**
   * An HTML element.
   * @param {string} tag
   * @param {Object<string, *>} [attributes]
   * @param {...(Node|string|null)} children strings become text
   * @returns {HTMLElement}
   */
  kg.el = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    assign(element, attributes || {});
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  };

  /** An SVG element, like `kg.el`. */
  kg.svg = function (tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    assign(element, attributes || {});
    element.append(...children);
    return element;
  };

  /** The element with an id. */
  kg.byId = (id) => document.getElementById(id);

  /** "1 claim", "2 claims". */
  kg.count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many || one + "s"}`;

  /** "alleged" -> "Alleged". */
  kg.capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

  /**
   * An ISO 8601 date, year-month or year as people write it; anything else as it stands.
   * @param {string} iso
   */
  kg.date = function (iso) {
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso);
    if (!found || Number(found[2] || 1) > 12) return iso;
    const [, year, month, day] = found;
    return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
  };

  /** Numbers of a likelihood as a band: "20–45 %". */
  kg.band = (low, high) => `${Math.round(low * 100)}–${Math.round(high * 100)} %`;

  /**
   * The symbol of a kind of actor, or of an issue.
   * @param {string} kind
   * @returns {SVGElement}
   */
  kg.symbol = function (kind) {
    const look = kg.data.looks.kinds[kind];
    const shape = kg.svg("path", { d: look.path, fill: kg.tone(look) });
    return kg.svg("svg", { class: "symbol", viewBox: "-1.3 -1.3 2.6 2.6", "aria-hidden": "true" }, shape);
  };

  /** Hand the reader a file that was made here. */
  kg.download = function (name, content, type) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const link = kg.el("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  /** The mark of claims of which sources disagree. */
  kg.badge = () => kg.el("span", { class: "badge", title: "Sources disagree" }, "≠", kg.el("span", { class: "sr" }, " sources disagree"));

  /** A button that is all text. */
  kg.button = (label, click, attributes) => kg.el("button", { type: "button", click, ...attributes }, label);

  const scheme = window.matchMedia("(prefers-color-scheme: dark)");

  /** Whether the page is dark: as the reader chose, or else as the system is. */
  kg.isDark = () => (kg.state.theme ? kg.state.theme === "dark" : scheme.matches);

  /** The colour of a look under the present colour scheme. */
  kg.tone = (look) => (kg.isDark() ? look.dark : look.light);

  const painters = [];

  /** Call a function when colours change. */
  kg.repaint = (painter) => painters.push(painter);

  /** Show the page in the colours that are chosen. */
  kg.applyTheme = function () {
    document.documentElement.dataset.theme = kg.isDark() ? "dark" : "light";
    painters.forEach((painter) => painter());
  };

  scheme.addEventListener("change", () => kg.applyTheme());

  const HEADS = {
    triangle: (x, away) => ({ d: `M${x} 7L${x - 8 * away} 3V11Z`, fill: true }),
    bar: (x, away) => ({ d: `M${x - 1.5 * away} 2V12`, fill: false }),
    vee: (x, away) => ({ d: `M${x - 7 * away} 3L${x - away} 7L${x - 7 * away} 11`, fill: false }),
  };

  function head(arrow, x, away, colour) {
    const { d, fill } = HEADS[arrow](x, away);
    return kg.svg("path", { d, fill: fill ? colour : "none", stroke: fill ? "none" : colour, "stroke-width": 2.2 });
  }

  /**
   * A short line drawn like those in the graph.
   * @param {{sign: number, status: ?string, negated: boolean, mutual: boolean}} bundle
   * @returns {SVGElement}
   */
  kg.sample = function (bundle) {
    const about = bundle.status === null;
    const sign = kg.data.looks.signs[bundle.sign];
    const colour = kg.tone(about ? kg.data.looks.kinds.Issue : sign);
    const dashes = about ? (bundle.inferred ? [1, 4] : []) : kg.data.looks.statuses[bundle.status].dashes;
    const line = { d: `M${bundle.mutual && !about ? 7 : 1} 7H45`, stroke: colour, "stroke-width": about ? 1.4 : 2.2, fill: "none" };
    const picture = kg.svg("svg", { class: "sample", viewBox: "0 0 52 14", "aria-hidden": "true" });
    picture.append(kg.svg("path", { ...line, "stroke-dasharray": dashes.join(" ") || null }));
    if (!about) picture.append(head(sign.arrow, 51, 1, colour));
    if (!about && bundle.mutual) picture.append(head(sign.arrow, 1, -1, colour));
    if (bundle.negated) picture.append(kg.svg("path", { d: "M21 2L31 12M31 2L21 12", stroke: "currentColor", "stroke-width": 2.2 }));
    return picture;
  };
})((window.kg = window.kg || {}));
