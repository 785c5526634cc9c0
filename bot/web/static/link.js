// The line to the server: requests that carry the token, and the stream of events, reopened whenever it breaks.
// EventSource cannot send an Authorization header, hence fetch.

const SILENCE = 40_000; // ms; the server says something every 15 s
const LONGEST_PAUSE = 10_000; // ms between attempts

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// What the server refuses for good. Anything else (no answer, 429, 5xx) is tried again.
export class Refusal extends Error {
  constructor(status) {
    super(`refused: ${status}`);
    this.status = status;
  }
}

export class Later extends Error {
  constructor(seconds, answered) {
    super("later");
    this.seconds = seconds;
    this.answered = answered;
  }
}

export async function ask(path, token, options = {}) {
  let answer;
  try {
    const headers = { ...options.headers, ...(token && { Authorization: `Bearer ${token}` }) };
    answer = await fetch(path, { ...options, headers, cache: "no-store" });
  } catch {
    throw new Later(1, false);
  }
  if (answer.ok) return answer;
  if (answer.status === 429 || answer.status >= 500) throw new Later(Number(answer.headers.get("Retry-After")) || 2, true);
  throw new Refusal(answer.status);
}

export const post = (path, token, body) =>
  ask(path, token, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export class Stream {
  // heard(message), state("up" | "down"), expired(): the token is no longer valid
  constructor(path, { heard, state, expired }) {
    Object.assign(this, { path, heard, state, expired });
    this.wake = () => {};
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && Date.now() - this.heardAt > SILENCE) this.hurry();
    });
  }

  open(token, after) {
    this.close();
    this.token = token;
    this.after = after;
    this.stopped = new AbortController();
    this.run(this.stopped.signal);
  }

  close() {
    this.stopped?.abort();
    this.attempt?.abort();
    this.wake();
  }

  hurry() {
    this.attempt?.abort();
    this.wake();
  }

  async run(stopped) {
    let failures = 0;
    while (!stopped.aborted) {
      try {
        await this.listen(() => {
          failures = 0;
          this.state("up");
        });
      } catch (error) {
        if (stopped.aborted) return;
        if (error instanceof Refusal && error.status === 401) return this.expired(this.token);
      }
      if (stopped.aborted) return;
      failures += 1;
      this.state("down");
      const wait = Math.min(LONGEST_PAUSE, 400 * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
      await Promise.race([pause(wait), new Promise((resolve) => (this.wake = resolve))]);
    }
  }

  async listen(opened) {
    this.attempt = new AbortController();
    const headers = { Accept: "text/event-stream", ...(this.after && { "Last-Event-ID": String(this.after) }) };
    const answer = await ask(this.path, this.token, { headers, signal: this.attempt.signal });
    opened();
    const watchdog = setInterval(() => Date.now() - this.heardAt > SILENCE && this.attempt.abort(), 5000);
    try {
      this.heardAt = Date.now();
      await this.read(answer.body.getReader());
    } finally {
      clearInterval(watchdog);
    }
  }

  async read(reader) {
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.heardAt = Date.now();
      const events = (text + decoder.decode(value, { stream: true })).split("\n\n");
      text = events.pop();
      events.forEach((event) => this.take(event));
    }
  }

  take(event) {
    const data = event.split("\n").filter((line) => line.startsWith("data:"));
    if (!data.length) return;
    const message = JSON.parse(data.map((line) => line.slice(5).trim()).join("\n"));
    this.after = Math.max(this.after || 0, message.id);
    this.heard(message);
  }
}
