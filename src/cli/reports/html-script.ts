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

function matchesText(places, words) {
  return words === "" || places.some((place) => place && textOf(place).includes(words));
}

function filter() {
  const words = form.elements.text.value.trim().toLowerCase();
  const status = form.elements.status.value;
  const reason = form.elements.reason ? form.elements.reason.value : "";
  let shown = 0;
  for (const file of files) {
    const diff = file.querySelector(".diff");
    const around = [file.querySelector("summary"), diff];
    const own = [...file.querySelectorAll("li.site")];
    for (const site of own) {
      const { dataset } = site;
      const fits = (status === "" || dataset.status === status) && (reason === "" || dataset.reason === reason);
      site.hidden = !(fits && matchesText([site, ...around], words));
    }
    const visible = own.filter((site) => !site.hidden);
    const bare = own.length === 0 && status === "" && reason === "" && matchesText(around, words);
    shown += visible.length;
    file.hidden = visible.length === 0 && !bare;
    if (diff) diff.hidden = !bare && !visible.some((site) => site.dataset.status === "rewritten");
  }
  form.querySelector("output").textContent =
    shown === sites.length ? "All " + shown + " call sites" : shown + " of " + sites.length + " call sites";
  document.querySelector(".nothing").hidden = files.some((file) => !file.hidden);
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
