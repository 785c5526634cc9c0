// One conversation: what is said, heard, pressed and shown.

import { Banner } from "./banner.js";
import { Bubbles, element } from "./bubbles.js";
import { listen as listenToKeys, touch } from "./keys.js";
import { Later, Refusal, Stream, pause, post } from "./link.js";
import { Store } from "./store.js";
import { Uploads } from "./uploads.js";

const TYPING = 8000; // ms the dots go on without an answer
const NEAR = 120; // px from the end of the log that still count as being there

const newId = () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("-");

export class Pane {
  constructor(root, settings) {
    this.root = root;
    this.settings = settings;
    this.role = root.dataset.role;
    this.store = new Store(this.role);
    this.bubbles = new Bubbles(settings);
    for (const name of ["log", "welcome", "composer", "note", "typing", "latest", "assist", "replying", "sure"]) {
      this[name] = root.querySelector(`.${name}`);
    }
    this.banner = new Banner(root.querySelector(".banner"), settings.words);
    this.input = root.querySelector("textarea");
    this.chooser = root.querySelector("input[type=file]");
    this.stream = new Stream("chat/events", {
      heard: (message) => this.heard(message),
      state: (state) => this.banner.lineIs(state),
      expired: (token) => this.expire(token),
    });
    this.uploads = new Uploads(root.querySelector(".files"), settings, {
      token: () => this.token(),
      told: (word) => this.tell(word),
      changed: () => this.refresh(),
      expired: (token) => this.expire(token),
    });
    this.listen();
  }

  begin() {
    this.redraw();
    this.input.value = this.store.draft;
    this.grow();
    if (this.store.token) this.connect();
    else this.wait();
    this.flush();
    if (!touch && this.role === "citizen") this.input.focus();
  }

  // A pane that was hidden had no size to scroll in.
  shown() {
    this.grow();
    this.settleDown();
  }

  start(code) {
    this.say({ start: true, text: code }, { text: "/start" });
  }

  // --- speaking ---------------------------------------------------------------------------------------------------

  say(body, shown = {}) {
    const id = newId();
    const reply = this.replyTo ? { reply_to: String(this.replyTo) } : {};
    const entry = { id, mine: true, at: new Date().toISOString(), state: "waiting", ...shown, quotes: this.replyTo };
    entry.body = { id, language: this.settings.language, ...body, ...reply };
    this.unreply();
    this.store.add(entry);
    this.draw(entry);
    this.toEnd();
    this.flush();
  }

  submit() {
    const typed = this.input.value.trim();
    const text = typed.toWellFormed?.() ?? typed;
    this.whenReady = false;
    if (text.length > this.settings.most) return;
    if (this.uploads.pending) {
      this.whenReady = true;
      return;
    }
    const option = this.numbered(text);
    if (option && !this.uploads.items.length) {
      this.clearInput();
      this.press(option);
      return;
    }
    const files = this.uploads.take();
    if (!touch) this.input.focus();
    if (!text && !files.length) return;
    this.clearInput();
    this.say({ text, uploads: files.map((file) => file.upload) }, { text, media: files });
  }

  press(button) {
    const bubble = button.closest(".bubble");
    const id = Number(bubble.dataset.id);
    for (const other of bubble.querySelectorAll(".option")) other.removeAttribute("aria-pressed");
    button.setAttribute("aria-pressed", "true");
    this.store.change(id, { chosen: button.dataset.value });
    this.replyTo = null;
    this.say({ button: button.dataset.value }, { text: button.querySelector("span").textContent });
    this.refresh();
    if (!touch) this.input.focus();
  }

  locate() {
    if (!navigator.geolocation) return this.tell("location-missing");
    const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 };
    const found = ({ coords }) => {
      const pin = { lat: coords.latitude, lon: coords.longitude };
      this.say({ pin }, { pin });
    };
    navigator.geolocation.getCurrentPosition(found, () => this.tell("location-denied"), options);
  }

  // Sends what waits, one after the other, so that the order is kept; insists until the server has it or refuses it.
  async flush() {
    if (this.flushing) return;
    this.flushing = true;
    for (let entry; (entry = this.store.unsent[0]); ) await this.send(entry);
    this.flushing = false;
  }

  async send(entry) {
    let token;
    try {
      token = await this.token();
      this.answered = false; // the answer may overtake the acknowledgement
      await post("chat/messages", token, entry.body);
      this.settle(entry, "sent");
      this.banner.sent();
      if (!this.answered) this.showTyping(true);
    } catch (error) {
      if (error instanceof Later) {
        this.banner.say(error.answered ? "busy" : "lost");
        await pause(error.seconds * 1000);
      } else if (error instanceof Refusal && error.status === 401) this.expire(token);
      else this.settle(entry, "refused");
    }
  }

  settle(entry, state) {
    this.store.change(entry.id, { state, body: undefined });
    const shown = this.find(entry.id)?.querySelector(".state");
    if (!shown) return;
    shown.className = `state ${state}`;
    shown.textContent = this.bubbles.stateOf({ state });
  }

  // --- the line ---------------------------------------------------------------------------------------------------

  async token() {
    if (!this.store.token) {
      this.asking ??= post("chat/session", null, { staff: this.role === "staff" }).then((answer) => answer.json());
      try {
        const { token } = await this.asking;
        if (!this.store.token) {
          this.store.token = token;
          this.connect();
        }
      } finally {
        this.asking = null;
      }
    }
    return this.store.token;
  }

  connect() {
    this.stream.open(this.store.token, this.store.latest);
  }

  // Staff hear before they say anything; a citizen is unknown to us until the first message.
  async wait() {
    while (this.role === "staff" && !this.store.token) await this.token().catch((error) => pause((error.seconds ?? 5) * 1000));
  }

  // The server no longer knows our token (its key was changed): what was said stays, the conversation begins anew.
  expire(token) {
    if (token !== this.store.token) return;
    this.stream.close();
    this.store.token = "";
    const notice = { id: `n-${newId()}`, notice: "new-session", at: new Date().toISOString() };
    this.store.add(notice);
    this.draw(notice);
    this.wait();
  }

  heard(message) {
    if (!this.store.add(message)) return;
    this.answered = true;
    this.showTyping(false);
    if (this.store.entries.at(-1).id === message.id) this.draw(message);
    else this.redraw();
    this.follow(message);
    document.dispatchEvent(new CustomEvent("heard", { detail: this.role }));
  }

  // --- showing ----------------------------------------------------------------------------------------------------

  find(id) {
    return this.log.querySelector(`[data-id="${CSS.escape(String(id))}"]`);
  }

  // The transcript as a whole: at the beginning, and when another tab has changed it. Not to be read out again.
  redraw() {
    this.log.setAttribute("aria-live", "off");
    this.log.replaceChildren(this.welcome);
    this.lastAt = null;
    const entries = this.store.entries;
    entries.forEach((entry) => this.append(entry, entries));
    this.refresh();
    this.atEnd = true;
    this.settleDown();
    setTimeout(() => this.log.setAttribute("aria-live", "polite"), 500);
  }

  draw(entry) {
    this.append(entry, this.store.entries);
    this.refresh();
  }

  append(entry, entries) {
    if (!this.bubbles.sameDay(this.lastAt, entry.at)) this.log.append(this.bubbles.day(entry.at));
    this.lastAt = entry.at;
    const quotes = entry.quotes ?? (entry.reply_to || null);
    const quoted = quotes && entries.find((known) => String(known.id) === String(quotes));
    this.log.append(this.bubbles.make(entry, quoted));
  }

  // What depends on the latest message: which options count, and what is asked for.
  refresh() {
    const groups = [...this.log.querySelectorAll(".options")];
    groups.forEach((group) => group.classList.remove("current"));
    const last = groups.at(-1);
    this.current = last && !last.querySelector("[aria-pressed]") ? last : null;
    this.current?.classList.add("current");
    const heard = this.store.entries.filter((entry) => !entry.mine && !entry.notice);
    this.asked = heard.at(-1)?.ask ?? "";
    this.assist.hidden = !["place", "media"].includes(this.asked);
    this.assist.dataset.ask = this.asked;
    this.welcome.hidden = this.store.entries.length > 0;
    this.count();
    if (this.whenReady && !this.uploads.pending) this.submit();
  }

  // Keeps the reader at the end, unless they have scrolled back to read; a long message is shown from its beginning.
  follow(message) {
    if (!this.atEnd) {
      this.latest.hidden = false;
      return;
    }
    const bubble = this.find(message.id);
    this.toEnd();
    if (bubble.offsetHeight > this.log.clientHeight) bubble.scrollIntoView({ block: "start" });
  }

  toEnd() {
    this.atEnd = true;
    this.settleDown();
    this.latest.hidden = true;
  }

  // Whoever reads the end stays there when the log or what is in it changes size; the welcome is read from its beginning.
  settleDown() {
    if (this.atEnd) this.log.scrollTop = this.welcome.hidden ? this.log.scrollHeight : 0;
  }

  showTyping(on) {
    clearTimeout(this.tired);
    this.typing.hidden = !on;
    if (on) this.tired = setTimeout(() => (this.typing.hidden = true), TYPING);
  }

  tell(word) {
    this.said = this.settings.words[word] ?? "";
    this.note.textContent = this.said;
    this.note.classList.toggle("warning", Boolean(this.said));
  }

  count() {
    const { length } = this.input.value.trim();
    const { most, words } = this.settings;
    const over = length > most;
    this.root.querySelector(".send").disabled = over;
    if (over || length > most * 0.9) {
      this.note.textContent = `${length.toLocaleString("id")} / ${most.toLocaleString("id")}${over ? `. ${words["too-long"]}` : ""}`;
      this.note.classList.toggle("warning", over);
    } else {
      const hint = this.current && !touch && !this.input.value ? words.choose : "";
      this.note.textContent = this.said || hint;
      this.note.classList.toggle("warning", Boolean(this.said));
    }
  }

  grow() {
    this.input.style.height = "auto";
    if (this.input.scrollHeight) this.input.style.height = `${Math.min(this.input.scrollHeight + 2, innerHeight * 0.35)}px`;
  }

  clearInput() {
    this.input.value = this.store.draft = "";
    this.said = "";
    this.grow();
    this.count();
  }

  reply(id) {
    this.replyTo = id;
    const entry = this.store.entries.find((known) => known.id === id);
    this.replying.firstElementChild.replaceChildren(element("b", {}, this.settings.words.replying), " ", this.bubbles.summary(entry));
    this.replying.hidden = false;
    this.input.focus();
  }

  unreply() {
    this.replyTo = null;
    this.replying.hidden = true;
  }

  clear() {
    this.stream.close();
    this.unreply();
    this.uploads.take();
    this.clearInput();
    this.store.clear();
    this.banner.hide();
    this.showTyping(false);
    this.redraw();
    this.refresh();
    this.wait();
    this.input.focus();
  }

  // --- listening --------------------------------------------------------------------------------------------------

  // The option a typed number stands for, as long as it can stand for nothing else.
  numbered(text) {
    return /^[1-9]$/.test(text) ? this.current?.querySelectorAll(".option")[Number(text) - 1] : null;
  }

  listen() {
    this.composer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener("input", () => {
      this.store.draft = this.input.value;
      this.said = "";
      this.grow();
      this.count();
    });
    listenToKeys(this);
    this.root.addEventListener("click", (event) => this.click(event));
    this.log.addEventListener("scroll", () => {
      this.atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR;
      if (this.atEnd) this.latest.hidden = true;
    });
    new ResizeObserver(() => this.settleDown()).observe(this.log);
    this.chooser.addEventListener("change", () => {
      this.tell("");
      this.uploads.add(this.chooser.files);
      this.chooser.value = "";
    });
    this.input.addEventListener("paste", (event) => this.uploads.add(event.clipboardData?.files ?? []));
    this.sure.addEventListener("close", () => {
      if (this.sure.returnValue === "yes") this.clear();
      this.sure.returnValue = "";
    });
    this.store.watch((name) => name === "entries" && this.redraw());
  }

  click({ target }) {
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.say) {
      this.say({ text: button.dataset.say }, { text: button.querySelector("b").textContent });
      if (!touch) this.input.focus();
    } else if (button.classList.contains("option")) this.press(button);
    else
      ({
        attach: () => this.chooser.click(),
        locate: () => this.locate(),
        clear: () => this.sure.showModal(),
        latest: () => this.toEnd(),
        reply: () => this.reply(Number(button.closest(".bubble").dataset.id)),
        unreply: () => this.unreply(),
      })[button.dataset.do]?.();
  }
}
