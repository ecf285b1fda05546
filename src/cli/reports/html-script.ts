/** What the report's page does: it filters, opens and closes. Without it, everything is shown. */
export const pageScript = `
"use strict";
const form = document.querySelector("form.filter");
const files = [...document.querySelectorAll("details.file")];
const sites = [...document.querySelectorAll("li.site")];
const texts = new Map();

function textOf(element) {
  let text = texts.get(element);
  if (text === undefined) texts.set(element, (text = element.textContent.toLowerCase()));
  return text;
}

function matchesText(site, words) {
  if (words === "") return true;
  const file = site.closest("details.file");
  const places = [site, file.querySelector("summary"), file.querySelector(".diff")];
  return places.some((place) => place && textOf(place).includes(words));
}

function filter() {
  const words = form.elements.text.value.trim().toLowerCase();
  const status = form.elements.status.value;
  const reason = form.elements.reason ? form.elements.reason.value : "";
  let shown = 0;
  for (const site of sites) {
    const { dataset } = site;
    const fits = (status === "" || dataset.status === status) && (reason === "" || dataset.reason === reason);
    site.hidden = !(fits && matchesText(site, words));
    if (!site.hidden) shown++;
  }
  for (const file of files) {
    const visible = [...file.querySelectorAll("li.site")].filter((site) => !site.hidden);
    file.hidden = visible.length === 0 && (words !== "" || status !== "" || reason !== "");
    const diff = file.querySelector(".diff");
    if (diff) diff.hidden = !visible.some((site) => site.dataset.status === "rewritten");
  }
  form.querySelector("output").textContent =
    shown === sites.length ? "All " + shown + " call sites" : shown + " of " + sites.length + " call sites";
  document.querySelector(".nothing").hidden = shown > 0;
}

function setOpen(open) {
  for (const file of files) file.open = open;
}

if (form) {
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.open.addEventListener("click", () => setOpen(true));
  form.elements.close.addEventListener("click", () => setOpen(false));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      form.elements.text.focus();
    } else if (event.key === "Escape" && typing) {
      form.reset();
      filter();
    }
  });
  filter();
}

let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details")].filter((details) => !details.open);
  for (const details of closed) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});
`;
