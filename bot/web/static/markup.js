// Bot text (<b>, <i>, four entities, newlines) and links turned into nodes. Nothing is ever parsed as HTML by the browser.

const TOKENS = /<(\/?)([bi])>|&(amp|lt|gt|quot|#39|#x27);|(https?:\/\/[^\s<>"&]+(?:&amp;[^\s<>"&]+)*)/g;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
const TRAILING = /[.,;:!?)\]]+$/; // punctuation behind a link is the sentence's

export function render(html) {
  const root = document.createDocumentFragment();
  const open = [root];
  let at = 0;
  const put = (text) => text && open.at(-1).append(text);
  for (const found of html.matchAll(TOKENS)) {
    put(html.slice(at, found.index));
    at = found.index + found[0].length;
    const [, slash, tag, entity, url] = found;
    if (entity) put(ENTITIES[entity]);
    else if (url) at -= link(url, open.at(-1));
    else if (!slash) {
      const element = document.createElement(tag);
      open.at(-1).append(element);
      open.push(element);
    } else if (open.length > 1 && open.at(-1).localName === tag) open.pop();
  }
  put(html.slice(at));
  return root;
}

// Appends the link and returns how many characters at its end did not belong to it.
function link(url, parent) {
  const behind = url.match(TRAILING)?.[0].length ?? 0;
  const address = url.slice(0, url.length - behind).replaceAll("&amp;", "&");
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.textContent = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  parent.append(anchor);
  return behind;
}

export function plain(html) {
  return html
    .replace(/<\/?[bi]>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name) => ENTITIES[name]);
}
