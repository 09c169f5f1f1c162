// On paper all evidence is open, save the full texts.
let shut = [];
addEventListener("beforeprint", () => { shut = all("details.proof:not([open]), details.more:not([open]), details.list:not([open])"); for (const d of shut) { unfold(d); d.open = true; } });
addEventListener("afterprint", () => { for (const d of shut) d.open = false; shut = []; });

// A phone has no room for the picture of sources: its list stands open instead.
if (matchMedia("(max-width: 640px)").matches) for (const list of all("figure.graph ~ details.list.sources")) list.open = true;

for (const box of all("input[name=lang]")) box.addEventListener("change", () => { speak(box.value); name(); keep.set("lang", box.value); write(current); search(); });
for (const box of all("input[name=theme]")) box.addEventListener("change", () => keep.set("theme", box.value));
const { target, fields } = parse();
const theme = document.getElementById("theme-" + (fields.theme || keep.get("theme")));
if (theme) theme.checked = true;
speak(["id", "en"].find((l) => l === fields.lang) || keep.get("lang") || (navigator.language.startsWith("en") ? "en" : "id"));
name();
read(fields);
search();
citeIn(document);
go(target, Boolean(target));
addEventListener("hashchange", () => {
  const now = parse();
  if (now.fields.lang) speak(now.fields.lang);
  if (["q", "v", "o", "s", "l", "d"].some((key) => key in now.fields)) { read(now.fields); search(); }
  go(now.target, true);
  write(now.target);
});
