// What /widget.js does: defines <credfix-form>. One file, no other request than the one that is asked
// for; styles are constructed, elements are created one by one, so that the strictest policy of a
// portal's pages is enough.

import { Ask, outwards } from "./ask.js";
import { build, element } from "./html.js";
import { openForPrint } from "./guide.js";
import styles from "./app.css" with { type: "text" };
import form from "./form.html" with { type: "text" };

const CONTEXT = ["tool", "os", "shell", "runsOn", "region"];
const PARTS = [
  ["form.ask", "form"], ["label", "label"], ["textarea", "input textarea"], ["input", "input"], ["select", "input select"],
  ["button[type=submit]", "button submit"], [".help", "help"], [".more", "more"],
];
let sheet;

function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

/**
 * The form as an element of a portal's page.
 *
 * Attributes: `endpoint`, where the service is (where this file came from, when not given);
 * `key-prefix`, `tool`, `os`, `shell`, `runs-on`, `region`, what the portal knows; `theme`, `light`,
 * `dark` or `auto`. Slots: `heading`, `help`, `after`. Events: `credfix-result`, `credfix-error`; neither
 * holds the pasted text.
 */
class CredfixForm extends HTMLElement {
  static observedAttributes = ["endpoint", "key-prefix", "tool", "os", "shell", "runs-on", "region"];

  #root;
  #ask;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [styleSheet()];
  }

  connectedCallback() {
    if (this.#ask) return;
    const box = element("div", { class: "widget", part: "widget" });
    const heading = element("slot", { name: "heading" });
    const help = element("slot", { name: "help" });
    const answer = element("div", { class: "answer", part: "guide" });
    box.append(heading, build(form, this.endpoint), help, answer, element("slot", { name: "after" }));
    for (const [selector, part] of PARTS) box.querySelectorAll(selector).forEach((node) => node.setAttribute("part", part));
    this.#root.replaceChildren(box);
    const asked = box.querySelector("form.ask");
    const tell = (type) => (detail) => this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    this.#ask = new Ask(asked, answer, {
      base: () => this.endpoint,
      aside: [heading, help],
      newWindow: true,
      onresult: tell("credfix-result"),
      onproblem: tell("credfix-error"),
    });
    openForPrint(this.#root);
    outwards(box);
    for (const name of CredfixForm.observedAttributes) this.attributeChangedCallback(name);
  }

  attributeChangedCallback(name) {
    const fields = this.#root.querySelector("form.ask")?.elements;
    const value = this.getAttribute(name);
    if (!fields || value === null || name === "endpoint") return;
    const known = name === "key-prefix" ? "keyPrefix" : name === "runs-on" ? "runsOn" : name;
    if (known === "keyPrefix" || CONTEXT.includes(known)) fields[known].value = value;
  }

  /** Where the service is, without a slash at the end. */
  get endpoint() {
    const stated = this.getAttribute("endpoint");
    return new URL(stated || ".", stated ? document.baseURI : import.meta.url).href.replace(/\/+$/, "");
  }

  set endpoint(value) {
    this.setAttribute("endpoint", value);
  }

  /** Puts a text into the form. It is sent when the reader says so. */
  fill(error, keyPrefix = this.getAttribute("key-prefix") ?? "") {
    this.#ask?.fill(String(error), String(keyPrefix));
  }
}

if (!customElements.get("credfix-form")) customElements.define("credfix-form", CredfixForm);
