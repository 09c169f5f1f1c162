// The address keeps what is seen: #target&lang=en&q=words&v=contested,updated&o=outlet&s=speaker&l=id&d=2031-06-03..2031-06-05
const root = document.documentElement;
const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
const stories = all("article.story");
const many = stories.length > 1;
const state = { lang: "", q: "", v: new Set(), o: "", s: "", l: "", d: "" };
const keep = {
  get: (key) => { try { return localStorage.getItem("rujuk-" + key) || ""; } catch { return ""; } },
  set: (key, value) => { try { localStorage.setItem("rujuk-" + key, value); } catch { /* private window */ } },
};
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
const read = (fields) => {
  for (const key of ["q", "o", "s", "l", "d"]) state[key] = fields[key] || "";
  state.v = new Set((fields.v || "").split(",").filter(Boolean));
};
let current = "";
const fragment = (target) => {
  const parts = [target];
  if (state.lang) parts.push("lang=" + state.lang);
  for (const key of ["q", "o", "s", "l", "d"]) if (state[key]) parts.push(key + "=" + encodeURIComponent(state[key]));
  if (state.v.size) parts.push("v=" + [...state.v].sort().join(","));
  return parts.length === 1 ? parts[0] : parts.join("&");
};
const write = (target) => {
  const hash = fragment(target);
  try { history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search); } catch { /* a locked-down frame */ }
};

// One story at a time; an index first.
const show = (element) => {
  if (!many) return;
  const story = element && element.closest("article.story");
  for (const s of stories) s.hidden = s !== story;
  const index = document.getElementById("stories");
  if (index) index.hidden = Boolean(story);
};
// The texts of a very large story wait in templates until they are wanted.
const unfold = (from) => {
  for (const waiting of all("template.wait", from)) waiting.replaceWith(waiting.content);
};
const find = (id) => {
  const element = id ? document.getElementById(id) : null;
  if (element || !/^(in|said|claim)-/.test(id)) return element;
  for (const waiting of all("template.wait")) {
    if (waiting.content.getElementById(id)) { waiting.replaceWith(waiting.content); return document.getElementById(id); }
  }
  return null;
};
const open = (element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
};
const go = (target, focus) => {
  const element = find(target);
  const shared = element && !element.closest("article.story") && element.id !== "stories" && element.id !== "top";
  if (!shared) show(element);
  current = element ? target : "";
  for (const hit of all(".hit")) hit.classList.remove("hit");
  if (!element) return;
  if (element.hidden || element.closest("[hidden]")) clear();
  open(element);
  if (element.matches(".finding")) { const proof = element.querySelector("details.proof"); if (proof) proof.open = true; }
  if (element.matches(".report")) { const text = element.querySelector("details.text"); if (text) text.open = true; }
  if (element.matches(".finding, .report, .claim, .full *")) element.classList.add("hit");
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
// Words as they are seen: one language of two.
const seen = (element) => {
  if (!element) return "";
  const copy = element.cloneNode(true);
  for (const other of all(root.lang === "en" ? "i[lang=id]" : "i[lang=en]", copy)) other.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};
// Options hold no elements: their words are set for the language that is read.
const name = () => {
  for (const option of all("option[data-id]")) option.textContent = option.dataset[root.lang];
};
