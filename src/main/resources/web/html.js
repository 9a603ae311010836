// Elements from the service's own HTML, by an allow-list. Nothing is handed to the browser's HTML
// parser: what is not on the lists does not come into being, and pages that enforce Trusted Types
// need no policy for it.

const ELEMENTS = new Set(
  ("a article blockquote br button code dd del details div dl dt em form h1 h2 h3 h4 h5 h6 hr input "
    + "label li ol option p pre section select small span strong sub summary sup table tbody td "
    + "textarea th thead tr ul").split(" "));
const VOID = new Set(["br", "hr", "input"]);
const ATTRIBUTES = new Set(
  ("accept-charset autocapitalize autocomplete class colspan for id lang maxlength method name open "
    + "placeholder readonly rel required role rows scope size spellcheck start tabindex title type "
    + "value").split(" "));
const ADDRESSES = new Set(["action", "href"]);
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
const TOKENS = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"]*")?)*)\s*\/?>|[^<]+|</gi;
const PAIRS = /([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi;

function decoded(text) {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,6}));/gi, (all, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? all;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

// An address that may be followed, or null. Addresses that begin with a slash are the service's.
function address(text, base) {
  if (text.startsWith("#")) return text;
  try {
    const url = new URL(text.startsWith("/") && !text.startsWith("//") ? base + text : text, document.baseURI);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} html what the service sent
 * @param {string} base what the service's own addresses begin with, such as `https://host`
 * @returns {DocumentFragment}
 */
export function build(html, base) {
  const root = document.createDocumentFragment();
  const open = [root];
  for (const [text, closing, tag, attributes] of html.matchAll(TOKENS)) {
    if (!tag) {
      const parent = open.at(-1);
      // As HTML has it, a line end right after these tags is none.
      const first = !parent.hasChildNodes() && /^(pre|textarea)$/.test(parent.localName ?? "");
      parent.append(decoded(first ? text.replace(/^\n/, "") : text));
      continue;
    }
    const name = tag.toLowerCase();
    if (closing) {
      const at = open.findLastIndex((node) => node.localName === name);
      if (at > 0) open.length = at;
      continue;
    }
    const element = document.createElement(ELEMENTS.has(name) ? name : "span");
    for (const [, key, value = ""] of attributes.matchAll(PAIRS)) {
      const known = key.toLowerCase();
      if (ADDRESSES.has(known)) {
        const target = address(decoded(value), base);
        if (target !== null) element.setAttribute(known, target);
      } else if (ATTRIBUTES.has(known) || known.startsWith("data-") || known.startsWith("aria-")) {
        element.setAttribute(known, decoded(value));
      }
    }
    open.at(-1).append(element);
    if (!VOID.has(name)) open.push(element);
  }
  return root;
}

/**
 * One element.
 *
 * @param {string} tag its name
 * @param {Object} attributes by name; `on…` are listeners, false and null are left out
 * @param {...(Node|string)} children what it holds
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}
