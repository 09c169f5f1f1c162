// Citations, as text and as Markdown: of a finding, a sentence, a report.
// A file's own path is nobody else's business: only its name is cited.
const place = (id) => (location.protocol === "file:" ? location.pathname.split("/").pop() : location.href.split("#")[0]) + "#" + id;
const safe = (text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");
const ofReport = (report, markdown) => {
  const { outlet, title, url } = report.dataset;
  const name = markdown && url ? `[${safe(title || outlet)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : title ? `“${markdown ? safe(title) : title}”` : "";
  const day = seen(report.querySelector(".day"));
  return [markdown ? safe(outlet) : outlet, name, day].filter(Boolean).join(", ") + (url && !markdown ? `. ${url}` : "");
};
const homeOf = (claim) => {
  const inside = find(claim.id.replace("claim-", "in-"));
  return inside && inside.closest(".report");
};
const ofClaim = (claim, markdown) => {
  const quote = claim.querySelector("q").textContent;
  const report = homeOf(claim);
  const from = report ? ofReport(report, markdown) : "";
  return markdown ? `> ${safe(quote)}\n>\n> — ${from}` : `“${quote}” — ${from}`;
};
const ofFinding = (finding, markdown) => {
  const form = markdown ? safe : (text) => text;
  const question = form(seen(finding.querySelector("h4")));
  const badge = form(seen(finding.querySelector(".badge")));
  const summary = form(seen(finding.querySelector(".summary") || finding.querySelector(".figure")));
  const claims = all(".origin", finding).map((o) => o.querySelector(".claim")).filter(Boolean).slice(0, 6);
  const lines = claims.map((c) => {
    const report = homeOf(c);
    const quote = c.querySelector("q").textContent;
    return markdown ? `- “${safe(quote)}” — ${report ? ofReport(report, true) : ""}` : "• " + ofClaim(c, false);
  });
  const head = markdown ? `**${question}** ${summary} *(${badge})*` : `${question} ${summary} (${badge})`;
  return [head, "", ...lines, "", markdown ? `<${place(finding.id)}>` : place(finding.id)].join("\n");
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
const cite = (acts) => {
  if (acts.dataset.cites) return;
  acts.dataset.cites = "1";
  for (const id of ["say-cite", "say-markdown"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.cite = id;
    button.append(...words(id));
    acts.append(" ", button);
  }
};
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-cite]");
  if (!button) return;
  const of = button.closest(".claim, .finding, .report");
  const make = of.matches(".claim") ? ofClaim : of.matches(".report") ? ofReport : ofFinding;
  const markdown = button.dataset.cite === "say-markdown";
  const done = await copy(make(of, markdown));
  button.focus();
  if (!done) return;
  button.replaceChildren(...words("say-copied"));
  document.getElementById("told").textContent = seen(document.getElementById("say-copied"));
  setTimeout(() => { button.replaceChildren(...words(button.dataset.cite)); document.getElementById("told").textContent = ""; }, 1600);
});
// What stands in closed parts gets its buttons when it is opened: there may be thousands.
const citeIn = (from) => { for (const acts of all(".acts", from)) if (!acts.closest("details:not([open])")) cite(acts); };
document.addEventListener("toggle", (event) => {
  if (event.target.tagName !== "DETAILS" || !event.target.open) return;
  unfold(event.target);
  citeIn(event.target);
}, true);
