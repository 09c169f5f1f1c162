// Search, filters, and the days of the timeline.
const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ");
const texts = new WeakMap();
const textOf = (item) => {
  if (!texts.has(item)) {
    const box = item.closest("[data-box]");
    const waiting = all("template.wait", item).map((t) => t.content.textContent).join(" ");
    texts.set(item, plain(item.textContent + waiting + (box ? " " + box.querySelector("h3").textContent : "")));
  }
  return texts.get(item);
};
const chosen = (form, key) => {
  const option = all(`select[name=${key}] option`, form).find((o) => o.dataset.name === state[key]);
  return option ? option.value : state[key] ? "none" : "";
};
const has = (item, key, number) => !number || (item.dataset[key] || "").split(" ").includes(number);
const inDays = (item) => {
  if (!state.d || !item.dataset.a) return true;
  const [first, last = first] = state.d.split("..");
  return item.dataset.a <= last && item.dataset.b >= first;
};
const search = () => {
  const words = plain(state.q).split(" ").filter(Boolean);
  for (const form of all("form.filter")) {
    const story = form.closest("article.story");
    const [o, s, l] = ["o", "s", "l"].map((key) => chosen(form, key));
    const narrow = Boolean(words.length || o || s || l);
    let hits = 0;
    for (const item of all("[data-item]", story)) {
      const verdict = item.dataset.v;
      const fits = (!state.v.size || !verdict || state.v.has(verdict)) && has(item, "o", o) && has(item, "s", s) && has(item, "l", l)
        && inDays(item) && words.every((w) => textOf(item).includes(w));
      item.hidden = !fits;
      if (fits && (verdict || narrow)) hits += 1;
    }
    for (const box of all("[data-box], [data-part]", story)) box.hidden = !box.querySelector("[data-item]:not([hidden])") && !(state.d && box.querySelector(".zoom"));
    const output = form.querySelector(".hits");
    output.textContent = narrow || state.v.size ? hitsText(output.dataset, hits) : "";
    form.querySelector("[type=reset]").hidden = !(narrow || state.v.size || state.d);
    form.q.value = form.q === document.activeElement ? form.q.value : state.q;
    for (const box of all("input[name=v]", form)) box.checked = state.v.has(box.value);
    for (const select of all("select", form)) select.value = chosen(form, select.name) === "none" ? "" : chosen(form, select.name);
    zoom(story);
  }
};
const hitsText = (words, n) => (root.lang === "en" ? (n === 1 ? words.one : words.en) : words.id).replace("{n}", n.toLocaleString(root.lang));
const clear = () => { read({}); for (const form of all("form.filter")) form.q.value = ""; search(); };

// Zoom: one day, or all days from one to another; the sentences of what is left stand open.
const zoom = (story) => {
  const [first, last = first] = state.d.split("..");
  for (const day of all(".zoom button[data-day]", story)) {
    const on = Boolean(state.d) && first <= day.dataset.day && day.dataset.day <= last;
    day.setAttribute("aria-pressed", String(on));
  }
  for (const whole of all(".zoom button[data-all]", story)) whole.setAttribute("aria-pressed", String(!state.d));
  for (const details of all(".timeline details", story)) if (details.open !== Boolean(state.d) && (state.d || details.dataset.zoomed)) {
    details.open = Boolean(state.d);
    details.dataset.zoomed = state.d ? "1" : "";
  }
};
const pick = (day, further) => {
  const [first, last = first] = state.d.split("..");
  if (further && first) {
    const ends = [first, last, day].sort();
    state.d = ends[0] + ".." + ends[2];
  } else state.d = state.d === day ? "" : day;
  search();
  write(current);
};
for (const strip of all(".zoom")) {
  strip.hidden = false;
  const days = all("button", strip);
  for (const [at, day] of days.entries()) day.tabIndex = at ? -1 : 0;
  strip.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.day) pick(button.dataset.day, event.shiftKey);
    else { state.d = ""; search(); write(current); }
  });
  strip.addEventListener("keydown", (event) => {
    const at = days.indexOf(document.activeElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: days.length - 1 }[event.key];
    if (event.key === "Escape") { state.d = ""; search(); write(current); days[0].focus(); return; }
    if (to === undefined || !days[to]) return;
    event.preventDefault();
    days[at].tabIndex = -1;
    days[to].tabIndex = 0;
    days[to].focus();
    if (event.shiftKey && days[to].dataset.day) { if (!state.d && days[at].dataset.day) state.d = days[at].dataset.day; pick(days[to].dataset.day, true); }
  });
}
for (const form of all("form.filter")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    state.q = form.q.value.trim();
    state.v = new Set(all("input[name=v]:checked", form).map((box) => box.value));
    for (const select of all("select", form)) state[select.name] = select.selectedOptions[0].dataset.name || "";
    search();
    write(current);
  });
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); write(current); form.q.focus(); });
  for (const button of all("[data-do]", form)) {
    button.addEventListener("click", () => {
      for (const proof of all("details.proof", form.closest("article.story"))) proof.open = button.dataset.do === "open";
    });
  }
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const form = all("form.filter").find((f) => !f.closest("[hidden]"));
  if (form) { event.preventDefault(); form.q.focus(); }
});
