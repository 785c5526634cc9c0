// Entries of the transcript as elements of the page.

import { plain, render } from "./markup.js";

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export class Bubbles {
  constructor({ words, language, timezone }) {
    this.words = words;
    // Browsers know no Minangkabau; its speakers read Indonesian dates.
    const locale = language === "en" ? "en-GB" : "id";
    this.time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: timezone });
    this.date = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: timezone });
  }

  day(at) {
    return element("p", { class: "day" }, this.date.format(new Date(at)));
  }

  sameDay(one, other) {
    return Boolean(one && other) && this.date.format(new Date(one)) === this.date.format(new Date(other));
  }

  make(entry, quoted) {
    if (entry.notice) return element("p", { class: "day", "data-id": entry.id }, this.words[entry.notice]);
    const bubble = element("article", { class: `bubble ${entry.mine ? "mine" : "theirs"}`, "data-id": entry.id });
    bubble.append(element("span", { class: "hidden" }, `${entry.mine ? this.words.you : this.words.bot}: `));
    if (quoted) bubble.append(element("blockquote", {}, this.summary(quoted)));
    bubble.append(...(entry.media ?? []).map((item) => this.media(item)));
    if (entry.pin) bubble.append(this.pin(entry.pin));
    if (entry.text) bubble.append(element("p", { class: "text" }, entry.mine ? entry.text : render(entry.text)));
    if (entry.options?.length) bubble.append(this.options(entry));
    bubble.append(this.foot(entry));
    return bubble;
  }

  media(item) {
    const name = item.name || this.words[{ photo: "photo", video: "video" }[item.kind] ?? "file"];
    if (item.kind === "photo") {
      const image = element("img", { src: item.url, alt: this.words.photo, loading: "lazy" });
      return element("a", { class: "photo", href: item.url, target: "_blank", rel: "noopener" }, image);
    }
    if (item.kind === "video") return element("video", { src: item.url, controls: true, preload: "metadata", "aria-label": name });
    if (item.kind === "voice" || item.kind === "audio") {
      return element("audio", { src: item.url, controls: true, preload: "metadata", "aria-label": this.words.audio });
    }
    return element("a", { class: "file", href: item.url, target: "_blank", rel: "noopener" }, icon("file"), name);
  }

  pin({ lat, lon }) {
    const place = element("small", {}, `${lat.toFixed(5)}, ${lon.toFixed(5)}`);
    return element("p", { class: "place" }, icon("pin"), element("b", {}, this.words.location), place);
  }

  options(entry) {
    const group = element("div", { class: "options", role: "group", "aria-label": this.words.options });
    entry.options.forEach((option, position) => {
      const key = position < 9 ? element("kbd", { "aria-hidden": "true" }, String(position + 1)) : null;
      const chosen = entry.chosen === option.value;
      group.append(
        element(
          "button",
          { type: "button", class: "option", "data-value": option.value, "aria-pressed": chosen ? "true" : null },
          key,
          element("span", {}, option.label),
        ),
      );
    });
    return group;
  }

  foot(entry) {
    const foot = element("p", { class: "foot" }, element("time", { datetime: entry.at }, this.time.format(new Date(entry.at))));
    if (entry.mine) foot.append(element("span", { class: `state ${entry.state}` }, this.stateOf(entry)));
    else foot.append(element("button", { type: "button", class: "reply", "data-do": "reply" }, icon("reply"), this.words.reply));
    return foot;
  }

  stateOf(entry) {
    return this.words[{ waiting: "waiting", refused: "refused" }[entry.state] ?? "sent"];
  }

  summary(entry) {
    const text = entry.mine ? entry.text : plain(entry.text ?? "");
    const line = text.trim().split("\n")[0] || (entry.pin ? this.words.location : this.words.photo);
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
  }
}
