// Files on their way: made smaller, sent at once, and held ready for the message they belong to.

import { element, icon } from "./bubbles.js";
import { Later, Refusal, pause } from "./link.js";

const SIDE = 1600; // pixels; enough to read a licence plate, a tenth of a camera's bytes
const QUALITY = 0.82;

// A photo drawn anew is small, stands upright and no longer says where and by what it was taken.
async function smaller(file) {
  if (!file.type.startsWith("image/")) return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = element("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const paper = canvas.getContext("2d");
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return blob ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file; // not a picture this browser can read: the server decides
  }
}

// fetch tells nothing of how far an upload is.
function send(file, token, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file);
    request.open("POST", "chat/uploads");
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.responseType = "json";
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onerror = request.ontimeout = () => reject(new Later(2, false));
    request.onload = () => {
      if (request.status === 200) resolve(request.response);
      else if (request.status === 429 || request.status >= 500) reject(new Later(Number(request.getResponseHeader("Retry-After")) || 2, true));
      else reject(new Refusal(request.status));
    };
    request.send(form);
  });
}

export class Uploads {
  // token() gives the token, asking for one if need be; told(word) says why a file is not taken; changed() is called
  // whenever something is ready or gone
  constructor(list, settings, { token, told, changed, expired }) {
    Object.assign(this, { list, settings, token, told, changed, expired, items: [] });
  }

  get pending() {
    return this.items.some((item) => !item.done);
  }

  add(files) {
    for (const file of files) {
      if (this.items.length >= this.settings.files) this.told("upload-many");
      else this.begin(file);
    }
  }

  async begin(file) {
    const item = { name: file.name, gone: false };
    this.items.push(item);
    this.chip(item, file);
    this.changed();
    try {
      const small = await smaller(file);
      if (small.size > this.settings.bytes) throw new Refusal(413);
      item.done = await this.insist(small, item);
      item.label.textContent = item.name;
      item.chip.classList.add("done");
    } catch (error) {
      this.told({ 413: "upload-size", 415: "upload-type" }[error.status] ?? "upload-failed");
      this.remove(item);
    }
    this.changed();
  }

  async insist(file, item) {
    while (!item.gone) {
      let token;
      try {
        token = await this.token();
        return await send(file, token, (part) => item.bar.style.setProperty("--done", part));
      } catch (error) {
        if (error.status === 401) this.expired(token);
        else if (!(error instanceof Later)) throw error;
        item.label.textContent = this.settings.words["upload-waiting"];
        await pause((error.seconds ?? 1) * 1000);
        item.label.textContent = this.settings.words.uploading;
      }
    }
    return null;
  }

  chip(item, file) {
    const { words } = this.settings;
    item.picture = file.type.startsWith("image/") ? URL.createObjectURL(file) : "";
    item.label = element("span", {}, words.uploading);
    item.bar = element("i", { class: "bar" });
    const remove = element("button", { type: "button", "aria-label": `${words.remove}: ${file.name}` }, icon("close"));
    remove.addEventListener("click", () => this.remove(item));
    const shown = item.picture ? element("img", { src: item.picture, alt: "" }) : icon("file");
    item.chip = element("li", {}, shown, item.label, item.bar, remove);
    this.list.append(item.chip);
    this.list.hidden = false;
  }

  remove(item) {
    item.gone = true;
    item.chip.remove();
    if (item.picture) URL.revokeObjectURL(item.picture);
    this.items = this.items.filter((other) => other !== item);
    this.list.hidden = !this.items.length;
    this.changed();
  }

  // What is ready, handed over to a message.
  take() {
    const ready = this.items.map((item) => item.done);
    [...this.items].forEach((item) => this.remove(item));
    return ready;
  }
}
