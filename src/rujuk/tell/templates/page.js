"use strict";
// What the page does beyond reading: state in the address, search, citations, print.  Without it everything is still there to read.
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const stories = all("article.story");
  const many = stories.length > 1;
  const state = { lang: "", theme: "", q: "", v: new Set() };
  const keep = {
    get: (key) => { try { return localStorage.getItem("rujuk-" + key) || ""; } catch { return ""; } },
    set: (key, value) => { try { localStorage.setItem("rujuk-" + key, value); } catch { /* private window */ } },
  };

  // The address: #target&lang=en&q=words&v=contested,updated
  const decode = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const parse = () => {
    const [target, ...pairs] = location.hash.slice(1).split("&");
    const fields = {};
    for (const pair of target.includes("=") ? [target, ...pairs] : pairs) {
      const [key, value = ""] = pair.split("=");
      fields[key] = decode(value);
    }
    return { target: target.includes("=") ? "" : decode(target), fields };
  };
  const write = (target) => {
    const parts = [target];
    if (state.lang) parts.push("lang=" + state.lang);
    if (state.q) parts.push("q=" + encodeURIComponent(state.q));
    if (state.v.size) parts.push("v=" + [...state.v].sort().join(","));
    const hash = parts.length === 1 ? parts[0] : parts.join("&");
    try { history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search); } catch { /* a locked-down frame */ }
  };
  let current = "";

  // One story at a time; an index first.
  const show = (element) => {
    if (!many) return;
    const story = element && element.closest("article.story");
    for (const s of stories) s.hidden = s !== story;
    const index = document.getElementById("stories");
    if (index) index.hidden = Boolean(story);
  };
  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const go = (target, focus) => {
    const element = target ? document.getElementById(target) : null;
    const shared = element && !element.closest("article.story") && element.id !== "stories" && element.id !== "top";
    if (!shared) show(element);
    current = element ? target : "";
    for (const hit of all(".hit")) hit.classList.remove("hit");
    if (!element) return;
    if (element.hidden || element.closest("[hidden]")) clear();
    open(element);
    if (element.matches(".finding")) { const proof = element.querySelector("details.proof"); if (proof) proof.open = true; }
    if (element.matches(".report")) { const text = element.querySelector("details.text"); if (text) text.open = true; }
    if (element.matches(".finding, .report, .claim")) element.classList.add("hit");
    if (focus) {
      if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: element.matches("mark, span, .claim") ? "center" : "start" });
    }
  };

  // Language and light.
  const speak = (lang) => {
    const box = document.getElementById("lang-" + lang);
    if (!box) return;
    box.checked = true;
    root.lang = lang;
    state.lang = lang === "id" ? "" : lang;
  };
  for (const box of all("input[name=lang]")) box.addEventListener("change", () => { speak(box.value); keep.set("lang", box.value); write(current); search(); });
  for (const box of all("input[name=theme]")) box.addEventListener("change", () => keep.set("theme", box.value));

  // Words as they are seen: one language of two.
  const seen = (element) => {
    if (!element) return "";
    const copy = element.cloneNode(true);
    for (const other of all(root.lang === "en" ? "i[lang=id]" : "i[lang=en]", copy)) other.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  // Search and filter.
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ");
  const texts = new WeakMap();
  const textOf = (item) => {
    if (!texts.has(item)) {
      const box = item.closest("[data-box]");
      texts.set(item, plain(item.textContent + (box ? " " + box.querySelector("h3").textContent : "")));
    }
    return texts.get(item);
  };
  const search = () => {
    const words = plain(state.q).split(" ").filter(Boolean);
    for (const form of all("form.filter")) {
      const story = form.closest("article.story");
      let hits = 0;
      for (const item of all("[data-item]", story)) {
        const verdict = item.dataset.v;
        const fits = (!state.v.size || !verdict || state.v.has(verdict)) && words.every((w) => textOf(item).includes(w));
        item.hidden = !fits;
        if (fits && (verdict || words.length)) hits += 1;
      }
      for (const box of all("[data-box], [data-part]", story)) box.hidden = !box.querySelector("[data-item]:not([hidden])");
      const output = form.querySelector(".hits");
      output.textContent = words.length || state.v.size ? hitsText(output.dataset, hits) : "";
      form.querySelector("[type=reset]").hidden = !(words.length || state.v.size);
      form.q.value = form.q === document.activeElement ? form.q.value : state.q;
      for (const box of all("input[name=v]", form)) box.checked = state.v.has(box.value);
    }
  };
  const hitsText = (words, n) => (root.lang === "en" ? (n === 1 ? words.one : words.en) : words.id).replace("{n}", n.toLocaleString(root.lang));
  const clear = () => { state.q = ""; state.v.clear(); for (const form of all("form.filter")) form.q.value = ""; search(); };
  for (const form of all("form.filter")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      state.q = form.q.value.trim();
      state.v = new Set(all("input[name=v]:checked", form).map((box) => box.value));
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
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
    const form = all("form.filter").find((f) => !f.closest("[hidden]"));
    if (form) { event.preventDefault(); form.q.focus(); }
  });

  // Citations.
  const place = (id) => location.href.split("#")[0] + "#" + id;
  const ofReport = (id, markdown) => {
    const report = document.getElementById(id);
    if (!report) return "";
    const { outlet, title, url } = report.dataset;
    const name = markdown && url ? `[${title || outlet}](${url})` : title ? `“${title}”` : "";
    const day = seen(report.querySelector(".day"));
    return [outlet, name, day].filter(Boolean).join(", ") + (url && !markdown ? `. ${url}` : "");
  };
  const ofClaim = (claim, markdown) => {
    const quote = claim.querySelector("q").textContent;
    const inside = document.getElementById(claim.id.replace("claim-", "in-"));
    const report = inside && inside.closest(".report");
    const from = report ? ofReport(report.id, markdown) : "";
    return markdown ? `> ${quote}\n>\n> — ${from}` : `“${quote}” — ${from}`;
  };
  const ofFinding = (finding, markdown) => {
    const question = seen(finding.querySelector("h4"));
    const badge = seen(finding.querySelector(".badge"));
    const summary = seen(finding.querySelector(".summary") || finding.querySelector(".figure"));
    const claims = all(".origin", finding).map((o) => o.querySelector(".claim")).filter(Boolean).slice(0, 6);
    const lines = claims.map((c) => (markdown ? "- " : "• ") + ofClaim(c, false));
    const head = markdown ? `**${question}** ${summary} *(${badge})*` : `${question} ${summary} (${badge})`;
    return [head, "", ...lines, "", place(finding.id)].join("\n");
  };
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* older browser, or no permission */ }
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  };
  const words = (id) => [...document.getElementById(id).childNodes].map((node) => node.cloneNode(true));
  const button = (id, markdown) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...words(id));
    button.addEventListener("click", async () => {
      const claim = button.closest(".claim");
      const done = await copy(claim ? ofClaim(claim, markdown) : ofFinding(button.closest(".finding"), markdown));
      button.focus();
      if (!done) return;
      button.replaceChildren(...words("say-copied"));
      setTimeout(() => button.replaceChildren(...words(id)), 1600);
    });
    return button;
  };
  for (const acts of all(".acts")) acts.append(" ", button("say-cite", false), " ", button("say-markdown", true));
  for (const trail of all(".claim .trail")) trail.append(" ", button("say-cite", false));

  // On paper all evidence is open, save the full texts.
  let shut = [];
  addEventListener("beforeprint", () => { shut = all("details.proof:not([open]), details.list:not([open])"); for (const d of shut) d.open = true; });
  addEventListener("afterprint", () => { for (const d of shut) d.open = false; shut = []; });

  // A phone has no room for the picture of sources: its list stands open instead.
  if (matchMedia("(max-width: 640px)").matches) for (const list of all("figure.graph + details.list")) list.open = true;

  // Start.
  const { target, fields } = parse();
  const theme = document.getElementById("theme-" + (fields.theme || keep.get("theme")));
  if (theme) theme.checked = true;
  speak(["id", "en"].find((l) => l === fields.lang) || keep.get("lang") || (navigator.language.startsWith("en") ? "en" : "id"));
  state.q = fields.q || "";
  state.v = new Set((fields.v || "").split(",").filter(Boolean));
  search();
  go(target, Boolean(target));
  addEventListener("hashchange", () => {
    const now = parse();
    if (now.fields.lang) speak(now.fields.lang);
    go(now.target, true);
    write(now.target);
  });
})();
