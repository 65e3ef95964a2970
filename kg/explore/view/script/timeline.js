/* The timeline under the drawing: how many claims of each tone every stretch of time has, a brush over it, and a button that plays it. */
(function (kg) {
  "use strict";

  const { data, el } = kg;
  const BARS = 48;
  const HEIGHT = 34;
  const PACE = 700; // milliseconds for a step
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const holder = kg.byId("timeline");
  const tones = kg.facet("tone").of.values;
  let playing = null;
  let span = null;

  /** The first and last day of a clock, and the stretches between; null when nothing is dated. */
  function spanOf(clock) {
    const { start, end } = kg.clocks[clock];
    let [low, high] = [Infinity, -Infinity];
    for (let claim = 0; claim < data.size; claim += 1) {
      if (start[claim] === kg.NEVER) continue;
      low = Math.min(low, start[claim]);
      high = Math.max(high, start[claim], Math.min(end[claim], start[claim] + 366));
    }
    if (low > high) return null;
    const bars = Math.min(BARS, high - low + 1);
    return { low, high, bars, width: (high - low + 1) / bars };
  }

  const barOf = (day) => Math.min(span.bars - 1, Math.max(0, Math.floor((day - span.low) / span.width)));
  const dayOf = (bar) => Math.round(span.low + bar * span.width);

  /** "from 3 Mar 2017 to 1 May 2017". */
  kg.rangeName = (from, to) => [from !== null && `from ${kg.date(kg.iso(from))}`, to !== null && `to ${kg.date(kg.iso(to))}`].filter(Boolean).join(" ");

  const picture = kg.svg("svg", { class: "bars", preserveAspectRatio: "none", "aria-hidden": "true" });
  const early = el("input", { type: "range", class: "early", "aria-label": "From", min: 0, step: 1, input: pull, change: kg.settle });
  const late = el("input", { type: "range", class: "late", "aria-label": "To", min: 0, step: 1, input: pull, change: kg.settle });
  const label = el("output", { class: "range" });
  const play = kg.button("Play", playOrStop, { id: "play" });
  const clock = el("select", { "aria-label": "Which date", change: () => kg.set({ clock: clock.value, from: null, to: null }) },
    ...Object.entries(kg.clocks).map(([name, { title }]) => el("option", { value: name }, title)));
  const brush = el("div", { class: "brush" }, picture, early, late);

  function pull(event) {
    stop();
    kg.drag();
    const [from, to] = [Number(early.value), Number(late.value)];
    if (from > to) (event.target === early ? late : early).value = event.target.value;
    choose(Math.min(from, to), Math.max(from, to));
  }

  function choose(from, to) {
    kg.set({ from: from === 0 ? null : dayOf(from), to: to === span.bars - 1 ? null : dayOf(to + 1) - 1 });
  }

  function bars() {
    const tally = Array.from({ length: span.bars }, () => [0, 0, 0, 0]);
    const { start } = kg.clocks[kg.state.clock];
    const counts = kg.shown.missing("time");
    for (let claim = 0; claim < data.size; claim += 1) if (start[claim] !== kg.NEVER && counts(claim)) tally[barOf(start[claim])][tones[claim]] += 1;
    const most = Math.max(1, ...tally.map((some) => some.reduce((sum, count) => sum + count)));
    picture.setAttribute("viewBox", `0 0 ${span.bars} ${HEIGHT}`);
    picture.replaceChildren(...tally.flatMap((some, bar) => column(some, bar, most)));
  }

  function column(some, bar, most) {
    let y = HEIGHT;
    return [0, 1, 2, 3].filter((tone) => some[tone]).map((tone) => {
      const height = (some[tone] / most) * HEIGHT;
      y -= height;
      return kg.svg("rect", { x: bar + 0.08, y, width: 0.84, height, fill: kg.tone(kg.toneLook(tone)) });
    });
  }

  /** A window as wide as the chosen one, or an eighth of all, moves on; at the end it stops. */
  function step() {
    const all = kg.state.from === null && kg.state.to === null;
    const wide = all ? Math.max(1, Math.round(span.bars / 8)) : barOf(kg.state.to ?? span.high) - barOf(kg.state.from ?? span.low) + 1;
    const from = all ? 0 : barOf(kg.state.from ?? span.low) + Math.max(1, Math.round(wide / 2));
    if (from + wide > span.bars) {
      stop();
      kg.set({ from: null, to: null });
      return;
    }
    kg.set({ from: dayOf(from), to: dayOf(from + wide) - 1 });
  }

  /** With reduced motion nothing moves by itself: every press is a step. */
  function playOrStop() {
    if (playing) {
      stop();
      return;
    }
    if (!still.matches) {
      kg.drag();
      playing = setInterval(step, PACE);
      play.textContent = "Stop";
    }
    step();
  }

  function stop() {
    clearInterval(playing);
    playing = null;
    kg.settle();
    play.textContent = still.matches ? "Next step" : "Play";
  }

  function refresh() {
    span = spanOf(kg.state.clock);
    clock.value = kg.state.clock;
    brush.hidden = play.hidden = !span;
    if (!span) {
      label.textContent = "No claim says";
      return;
    }
    for (const input of [early, late]) input.max = span.bars - 1;
    const { from, to } = kg.state;
    early.value = from === null ? 0 : barOf(from);
    late.value = to === null ? span.bars - 1 : barOf(to);
    [early, late].forEach((input) => input.setAttribute("aria-valuetext", kg.date(kg.iso(dayOf(Number(input.value))))));
    label.textContent = kg.rangeName(from, to) || `${kg.date(kg.iso(span.low))} to ${kg.date(kg.iso(span.high))}`;
    bars();
  }

  kg.stopPlaying = stop;
  holder.append(el("div", { class: "timeline-bar" }, play, label, clock), brush);
  stop();
  kg.listen(refresh);
  kg.repaint(() => kg.shown && refresh());
})((window.kg = window.kg || {}));
