// What this browser keeps: the token, the transcript, and what has not been sent yet. Without localStorage (a private
// window, a full disk) it is kept in memory, and a reload begins anew.

const MOST = 200; // entries of the transcript
const memory = new Map();

function read(name) {
  try {
    return localStorage.getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}

function write(name, value) {
  memory.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // memory has it
  }
}

function parsed(text, otherwise) {
  try {
    return JSON.parse(text) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export class Store {
  constructor(role) {
    this.prefix = `udajang.${role}.`;
  }

  get token() {
    return read(this.prefix + "token");
  }

  set token(token) {
    write(this.prefix + "token", token);
  }

  get draft() {
    return read(this.prefix + "draft") ?? "";
  }

  set draft(text) {
    write(this.prefix + "draft", text);
  }

  // Read and written in one go each time, so that two tabs do not lose each other's entries.
  get entries() {
    return parsed(read(this.prefix + "entries"), []);
  }

  add(entry) {
    const entries = this.entries;
    if (entries.some((known) => known.id === entry.id)) return false;
    // Messages of ours are numbered as they were written; one that was overtaken on its way goes before those after it.
    let place = entries.length;
    const after = (known) => known && !known.mine && !known.notice && known.id > entry.id;
    while (!entry.mine && !entry.notice && after(entries[place - 1])) place -= 1;
    entries.splice(place, 0, entry);
    write(this.prefix + "entries", JSON.stringify(entries.slice(-MOST)));
    return true;
  }

  change(id, change) {
    const entries = this.entries;
    const entry = entries.find((known) => known.id === id);
    if (!entry) return;
    Object.assign(entry, change);
    write(this.prefix + "entries", JSON.stringify(entries));
  }

  get unsent() {
    return this.entries.filter((entry) => entry.state === "waiting");
  }

  get latest() {
    return Math.max(0, ...this.entries.filter((entry) => !entry.mine).map((entry) => entry.id));
  }

  clear() {
    for (const name of ["token", "draft", "entries"]) {
      memory.delete(this.prefix + name);
      try {
        localStorage.removeItem(this.prefix + name);
      } catch {
        // nothing was there
      }
    }
  }

  // Calls back when another tab has changed something.
  watch(changed) {
    addEventListener("storage", (event) => {
      if (event.key === null || event.key.startsWith(this.prefix)) changed(event.key?.slice(this.prefix.length));
    });
  }
}
