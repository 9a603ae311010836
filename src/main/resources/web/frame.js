// Inside a portal's frame: tells the portal how high the content is. Messages go to the portal's
// origin alone, and only that window is listened to.

const SOURCE = "credfix";

/**
 * Whether a source list of `frame-ancestors` admits an origin.
 *
 * @param {string} list such as `https://docs.example.com https://*.example.net`
 * @param {string} origin such as `https://docs.example.com`
 */
export function admits(list, origin) {
  if (!/^https?:\/\//.test(origin)) return false;
  const { protocol, hostname, port } = new URL(origin);
  return list.split(/\s+/).some((source) => {
    if (source === "*") return true;
    if (source === "'self'") return origin === location.origin;
    if (/^https?:$/.test(source)) return source === protocol;
    const parts = /^(?:(https?:)\/\/)?(\*\.)?([^/:*]+)(?::(\d+|\*))?\/?$/.exec(source);
    if (!parts) return false;
    const [, scheme, wildcard, host, wantedPort] = parts;
    const sameScheme = !scheme || scheme === protocol || (scheme === "http:" && protocol === "https:");
    const sameHost = wildcard ? hostname.endsWith(`.${host}`) : hostname === host;
    return sameScheme && sameHost && (wantedPort === "*" || (wantedPort ?? "") === port);
  });
}

function parentOrigin() {
  const told = location.ancestorOrigins?.[0];
  if (told) return told;
  try {
    const { origin } = new URL(document.referrer);
    return origin === location.origin ? null : origin;
  } catch {
    return null;
  }
}

/**
 * Keeps the portal told.
 *
 * @param {string} list who may frame this page
 * @param {{fill: Function}} [form] what a portal may fill
 */
export function frame(list, form) {
  if (parent === window) return;
  let portal = null;
  let last = 0;
  const accept = (origin) => {
    if (origin && admits(list, origin)) portal = origin;
  };
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (!portal || height === last) return;
    last = height;
    parent.postMessage({ source: SOURCE, type: "height", height }, portal);
  };
  accept(parentOrigin());
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", (event) => {
    if (event.source !== parent || !admits(list, event.origin) || event.data?.source !== SOURCE) return;
    if (portal && portal !== event.origin) return;
    portal = event.origin;
    const { type, theme, error, keyPrefix } = event.data;
    if (type === "hello") {
      last = 0;
      tell();
    } else if (type === "theme" && ["light", "dark", "auto"].includes(theme)) {
      document.documentElement.dataset.theme = theme;
    } else if (type === "fill" && typeof error === "string") {
      form?.fill(error.slice(0, 65536), typeof keyPrefix === "string" ? keyPrefix.slice(0, 64) : "");
    }
  });
  tell();
}
