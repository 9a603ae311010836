// The form: removes secrets before anything is sent, shows what was removed, sends, shows the guide.
// The text stays in the form whatever happens, and goes nowhere else: not into an address, not into
// storage.

import { redact } from "./redact.js";
import shapes from "./secret-shapes.json" with { type: "json" };
import { build, element } from "./html.js";
import { dress } from "./guide.js";

const MAX_BYTES = 65536;
const TIMEOUT_MS = 30000;
const PAUSE_MS = 200;
const AT_ONCE = 16384;
const KEY_PREFIX = 13;
const LABEL = /(\[[^\][\n]{1,60} removed\])/;

const SECRET_PREFIX =
  "That looks like a secret, not like the beginning of an access key id. It was not sent. If it was ever shown to anyone, "
  + "treat it as exposed: deactivate it and issue a new one. Here, four letters such as ASIA are enough.";

const kindName = (kind) => shapes.labels[kind] ?? kind.replaceAll("-", " ");
const times = ({ kind, count }) => kindName(kind) + (count > 1 ? ` (${count} times)` : "");

function total(redactions) {
  const count = redactions.reduce((sum, { count: some }) => sum + some, 0);
  return count === 1 ? "1 secret" : `${count} secrets`;
}

// The text with its labels marked.
function marked(text) {
  return text.split(LABEL).map((piece, index) => (index % 2 ? element("mark", {}, piece) : piece));
}

// What may leave the page of a stated key prefix: its first thirteen characters.
function keyPrefix(stated) {
  const text = stated.trim();
  if (/[A-Za-z0-9+/=._-]{25}/.test(text)) return { refused: SECRET_PREFIX };
  return { prefix: /^[A-Za-z0-9]{14}/.test(text) ? text.slice(0, KEY_PREFIX) : text };
}

// What went wrong, in words, with what to do about it.
async function problem(response) {
  const media = response.headers.get("content-type") ?? "";
  const known = media.startsWith("application/problem+json") ? await response.json().catch(() => ({})) : {};
  const details = (known.errors ?? []).map((error) => error.detail).filter(Boolean);
  return {
    kind: "refused",
    status: response.status,
    title: known.title ?? `The service answered ${response.status}`,
    detail: [known.detail, ...details.filter((text) => text !== known.detail)].filter(Boolean).join(" ")
      || "Try again in a moment.",
  };
}

/** One form and the guide that answers it. */
export class Ask {
  #form;
  #answer;
  #options;
  #review;
  #status;
  #bar;
  #timer;
  #running;
  #sent = [];

  /**
   * @param {HTMLFormElement} form `form.ask`
   * @param {Element} answer what the guide is put into
   * @param {Object} options
   *   `base`: what the service's addresses begin with, or a function that says it;
   *   `aside`: elements that give way to the guide;
   *   `newWindow`: whether links leave the frame;
   *   `onresult`, `onproblem`: told of every outcome
   */
  constructor(form, answer, options) {
    this.#form = form;
    this.#answer = answer;
    this.#options = options;
    // It stands outside the form: what is hidden is not read out.
    this.#status = form.nextElementSibling;
    this.#review = element("div", { class: "review", part: "review", hidden: true });
    this.#bar = element("div", { class: "asked", hidden: true });
    form.querySelector(".actions").append(element("span", { class: "keys" }, "or Ctrl + Enter"));
    form.querySelector(".examples").after(this.#review);
    form.before(this.#bar);
    this.#events();
    if (this.#text.value) this.#look();
  }

  get #base() {
    const { base } = this.#options;
    return typeof base === "function" ? base() : base;
  }

  get #text() {
    return this.#form.elements.error;
  }

  /** Whether a guide is shown. */
  get answered() {
    return !this.#bar.hidden;
  }

  say(text) {
    this.#status.textContent = "";
    requestAnimationFrame(() => (this.#status.textContent = text));
  }

  /** Fills the form. */
  fill(error, keyPrefixText = "") {
    this.#text.value = error;
    this.#form.elements.keyPrefix.value = keyPrefixText;
    this.#look();
  }

  #events() {
    this.#form.noValidate = true;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.send();
      }
    });
    this.#form.querySelector(".examples").addEventListener("click", ({ target }) => {
      const { error, prefix } = target.dataset;
      if (!error) return;
      this.fill(error, prefix);
      this.#text.focus();
      this.say("The example is in the form.");
    });
    let length = this.#text.value.length;
    this.#text.addEventListener("input", () => {
      const pasted = Math.abs(this.#text.value.length - length) > 20;
      length = this.#text.value.length;
      clearTimeout(this.#timer);
      // What was pasted is shown at once. A whole log takes longer to read than a line; typing in it
      // must not wait for that.
      if (pasted && length < AT_ONCE) this.#look();
      else this.#timer = setTimeout(() => this.#look(), PAUSE_MS + length / 50);
    });
    // Nothing moves under the pointer between press and release.
    this.#form.addEventListener("pointerdown", (event) => event.target.closest("button") && clearTimeout(this.#timer));
    this.#answer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(new FormData(event.target, event.submitter));
    });
  }

  // Removes the secrets and shows what will be sent. Null: the text could not be read.
  #look() {
    clearTimeout(this.#timer);
    const text = this.#text.value;
    if (!text.trim()) {
      this.#review.hidden = true;
      this.#review.replaceChildren();
      return { text: "", redactions: [] };
    }
    let clean;
    try {
      clean = redact(text, shapes);
    } catch {
      return null;
    }
    const { redactions } = clean;
    const open = this.#review.querySelector("details")?.open ?? redactions.length > 0;
    const summary = redactions.length
      ? [element("strong", {}, `${total(redactions)} removed`), ` in this page: ${redactions.map(times).join(", ")}.`]
      : [element("strong", {}, "No secret found."), " The text is sent as it stands."];
    const line = this.#review.querySelector(".review-line") ?? element("p", { class: "review-line", "aria-live": "polite" });
    if (line.textContent !== summary.map((piece) => piece.textContent ?? piece).join("")) line.replaceChildren(...summary);
    this.#review.classList.toggle("found", redactions.length > 0);
    this.#review.replaceChildren(
      line,
      element("details", { open },
        element("summary", {}, "What is sent"),
        element("pre", { tabindex: "0", role: "region", "aria-label": "What is sent" }, ...marked(clean.text))));
    this.#review.hidden = false;
    return clean;
  }

  /** Sends what is in the form, without its secrets. */
  async send() {
    const clean = this.#look();
    if (clean === null) {
      return this.#fail({
        kind: "unread",
        title: "Your text could not be checked for secrets in this page",
        detail: "Nothing was sent. Leave out what you don't want to send, and paste only the lines of the error.",
      });
    }
    if (!clean.text.trim()) {
      return this.#fail({ kind: "blank", title: "There is no error yet", detail: "Paste the error text first.", focus: this.#text });
    }
    if (new TextEncoder().encode(clean.text).length > MAX_BYTES) {
      return this.#fail({
        kind: "too-large",
        title: "The text is longer than 64 KiB",
        detail: "Nothing was sent. The error itself usually stands in the last lines: keep those.",
        focus: this.#text,
      });
    }
    const stated = keyPrefix(this.#form.elements.keyPrefix.value);
    if (stated.refused) {
      const field = this.#form.elements.keyPrefix;
      return this.#fail({ kind: "key-prefix", title: "Not sent", detail: stated.refused, focus: field });
    }
    const data = new FormData(this.#form);
    data.set("error", clean.text);
    data.set("keyPrefix", stated.prefix);
    this.#sent = clean.redactions;
    return this.#ask(data);
  }

  async #ask(data) {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const timeout = setTimeout(() => running.abort(), TIMEOUT_MS);
    const fields = new URLSearchParams([...data].filter(([, value]) => value !== ""));
    this.#busy(true);
    try {
      const response = await fetch(`${this.#base}/v1/diagnose?fragment=1`, {
        method: "POST",
        headers: { accept: "text/html, application/problem+json;q=0.9" },
        body: fields,
        signal: running.signal,
        credentials: "omit",
        referrerPolicy: "no-referrer",
      });
      if (this.#running !== running) return;
      if (!response.ok) this.#fail(await problem(response), data);
      else this.#show(await response.text());
    } catch {
      if (this.#running !== running) return;
      this.#fail({
        kind: "network",
        title: navigator.onLine === false ? "This device is offline" : "The service could not be reached",
        detail: "Nothing was lost: your text is still in the form.",
      }, data);
    } finally {
      clearTimeout(timeout);
      if (this.#running === running) this.#busy(false);
    }
  }

  #busy(on) {
    for (const part of [this.#form, this.#answer]) part.setAttribute("aria-busy", String(on));
    this.#form.classList.toggle("busy", on);
    if (on) {
      this.#clearProblem();
      this.say("Reading the error…");
    }
  }

  #clearProblem() {
    this.#form.getRootNode().querySelectorAll(".problem").forEach((node) => node.remove());
  }

  #fail({ kind, status, title, detail, focus }, data) {
    this.#clearProblem();
    this.#status.textContent = "";
    const box = element("div", { class: "problem", part: "problem", role: "alert", tabindex: "-1" },
      element("p", {}, element("strong", {}, `${title}.`), ` ${detail}`));
    if (data && (kind === "network" || status >= 500 || status === 429)) {
      box.append(element("button", { type: "button", onclick: () => this.#ask(data) }, "Try again"));
    }
    if (this.answered) this.#bar.after(box);
    else (focus ?? this.#form.querySelector(".actions")).before(box);
    (focus ?? box).focus();
    this.#options.onproblem?.({ kind, status, title, detail });
  }

  #show(html) {
    const guide = build(html, this.#base);
    const article = guide.querySelector("article");
    if (!article) return this.#fail({ kind: "unread", title: "The answer could not be read", detail: "Try again in a moment." });
    this.#removedHere(article);
    this.#answer.replaceChildren(guide);
    dress(article, (text) => this.say(text));
    if (this.#options.newWindow) outwards(this.#answer);
    this.#fold();
    this.say("The guide is ready.");
    const heading = article.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    this.#bar.scrollIntoView({ block: "start" });
    this.#options.onresult?.({
      recognized: article.dataset.recognized === "true",
      title: heading.textContent,
      causes: [...article.querySelectorAll("[data-cause]")].map((node) => node.dataset.cause),
      redactions: this.#sent,
    });
  }

  // The service saw only labels: what was removed before is known here.
  #removedHere(article) {
    const section = article.querySelector(".removed");
    if (!section || !this.#sent.length) return;
    const list = element("ul", {}, ...this.#sent.map((one) => element("li", {}, times(one))));
    section.querySelector("h2").after(element("p", {}, "In your browser, before anything was sent:"), list);
    const rest = [...section.children].filter((node) => node.localName === "p").at(-1);
    if (/^No secret/.test(rest.textContent)) rest.textContent = "The service found no other secret.";
  }

  #fold() {
    const first = this.#text.value.trim().split("\n").find((line) => line.trim()) ?? "";
    let shown;
    try {
      shown = redact(first.slice(0, 400), shapes).text;
    } catch {
      shown = "";
    }
    this.#bar.replaceChildren(
      element("p", { class: "asked-text" }, shown),
      element("button", { type: "button", class: "quiet", part: "button", onclick: () => this.unfold() }, "Change the text"),
      element("button", {
        type: "button",
        class: "quiet",
        part: "button",
        onclick: () => {
          this.#form.reset();
          this.#look();
          this.unfold();
        },
      }, "Another error"));
    this.#bar.hidden = false;
    this.#form.hidden = true;
    this.#status.classList.add("unseen");
    this.#options.aside?.forEach((node) => (node.hidden = true));
    this.#options.onfold?.();
  }

  /** Shows the form again, with its text; the guide goes. */
  unfold() {
    this.#running?.abort();
    this.#running = undefined;
    this.#busy(false);
    this.#clearProblem();
    this.#bar.hidden = true;
    this.#form.hidden = false;
    this.#status.classList.remove("unseen");
    this.#answer.replaceChildren();
    this.#options.aside?.forEach((node) => (node.hidden = false));
    this.#status.textContent = "";
    this.#text.focus();
    this.#options.onunfold?.();
  }
}

/** Links open beside the frame or portal: most sites refuse to be framed. */
export function outwards(root) {
  for (const link of root.querySelectorAll('a[href]:not([href^="#"])')) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}
