// The page: one conversation, and in development a second one in which a newcomer plays staff.

import { Pane } from "./pane.js";

const settings = JSON.parse(document.getElementById("settings").textContent);

const panes = [...document.querySelectorAll(".pane")].map((element) => new Pane(element, settings));
const tabs = [...document.querySelectorAll("[role=tab]")];

function choose(tab, focus = false) {
  for (const each of tabs) {
    each.setAttribute("aria-selected", String(each === tab));
    each.tabIndex = each === tab ? 0 : -1;
  }
  document.body.dataset.tab = tab.id.slice("tab-".length);
  tab.querySelector(".unread")?.setAttribute("hidden", "");
  panes.forEach((pane) => pane.shown());
  if (focus) tab.focus();
}

tabs.forEach((tab, position) => {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) choose(tabs[(position + step + tabs.length) % tabs.length], true);
  });
});
if (tabs.length) choose(tabs[0]);

// What arrives unseen is counted in the title, and marked on the tab that hides it.
const title = document.title;
let unseen = 0;
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unseen = 0;
  document.title = title;
});
document.addEventListener("heard", (event) => {
  if (document.hidden) document.title = `(${++unseen}) ${title}`;
  const tab = document.getElementById(`tab-${event.detail}`);
  if (tab?.getAttribute("aria-selected") === "false") tab.querySelector(".unread")?.removeAttribute("hidden");
});

panes.forEach((pane) => pane.begin());

// A link such as /chat?start=CODE opens the conversation with that code, once.
const address = new URL(location.href);
const code = address.searchParams.get("start");
if (code) {
  address.searchParams.delete("start");
  history.replaceState(null, "", address);
  panes[0].start(code);
}
