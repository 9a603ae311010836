// What a guide gains from scripts: one set of commands at a time, and copying.

import { element } from "./html.js";

const SHELLS = new Map([
  ["bash", "bash, zsh"],
  ["fish", "fish"],
  ["powershell", "PowerShell"],
  ["cmd", "cmd"],
]);
const NAMES = { json: "JSON", yaml: "YAML", ini: "ini", hcl: "HCL", xml: "XML" };
const REMEMBERED = "credfix.shell";
let made = 0;

// Storage may be switched off, full, or forbidden in a frame.
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(shell) {
  try {
    localStorage.setItem(REMEMBERED, shell);
  } catch {
    // Then it is asked for again.
  }
}

function preferred() {
  const windows = /win/i.test(navigator.userAgentData?.platform ?? navigator.platform ?? "");
  return remembered() ?? (windows ? "powershell" : "bash");
}

const languageOf = (pre) => /language-(\w+)/.exec(pre.firstElementChild?.className ?? "")?.[1] ?? "";

/** Puts text on the clipboard; true if it is there. Frames and plain http have only the old way. */
export async function copyText(text, html) {
  try {
    const parts = { "text/plain": new Blob([text], { type: "text/plain" }) };
    if (html) parts["text/html"] = new Blob([html], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return true;
  } catch {
    const area = element("textarea", { class: "unseen", "aria-hidden": "true", tabindex: "-1" });
    area.value = text;
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus?.();
    return done;
  }
}

/** A button that copies. What it copies is asked for at the click. */
export function copyButton(label, content, say, kind = "copy") {
  const button = element("button", {
    type: "button",
    class: kind,
    part: "button copy",
    onclick: async () => {
      const { text, html } = await content();
      const done = text !== undefined && (await copyText(text, html));
      button.textContent = done ? "Copied" : "Press Ctrl+C";
      say(done ? "Copied." : "The browser does not allow copying here. Select the text and press Ctrl+C.");
      setTimeout(() => (button.textContent = label), 2000);
    },
  }, label);
  return button;
}

function framed(pre, say) {
  const language = languageOf(pre);
  // A block that stands alone is for every shell.
  const name = SHELLS.has(language) ? "shell" : NAMES[language] ?? language;
  const box = element("div", { class: "code", part: "code" });
  pre.replaceWith(box);
  const copy = copyButton("Copy", () => ({ text: pre.textContent.replace(/\n$/, "") }), say);
  copy.setAttribute("aria-label", name ? `Copy: ${name}` : "Copy");
  box.append(element("div", { class: "code-bar" }, element("span", {}, name), copy), pre);
  return box;
}

// Blocks for different shells that follow one another are one set of commands, said several ways.
function sets(root) {
  const found = [];
  const seen = new Set();
  for (const pre of root.querySelectorAll("pre")) {
    if (seen.has(pre) || !SHELLS.has(languageOf(pre))) continue;
    const set = [pre];
    const labels = [];
    let next = pre.nextElementSibling;
    while (next) {
      const label = next.localName === "p" && next.textContent.length < 40 && next.textContent.trim().endsWith(":") ? next : null;
      const candidate = label ? label.nextElementSibling : next;
      const shell = candidate?.localName === "pre" ? languageOf(candidate) : "";
      if (!SHELLS.has(shell) || set.some((other) => languageOf(other) === shell)) break;
      if (label) labels.push(label);
      set.push(candidate);
      next = candidate.nextElementSibling;
    }
    set.forEach((block) => seen.add(block));
    if (set.length > 1) found.push({ set, labels });
  }
  return found;
}

function tabs({ set, labels }, root, say) {
  const id = `shells-${++made}`;
  const list = element("div", { class: "tabs", role: "tablist", "aria-label": "Shell" });
  const box = element("div", { class: "code", part: "code" });
  set[0].replaceWith(box);
  labels.forEach((label) => label.remove());
  const current = () => set.find((pre) => !pre.hidden);
  const copy = copyButton("Copy", () => ({ text: current().textContent.replace(/\n$/, "") }), say);
  copy.setAttribute("aria-label", "Copy these commands");
  box.append(element("div", { class: "code-bar" }, list, copy));
  set.forEach((pre, index) => {
    const shell = languageOf(pre);
    pre.id = `${id}-${shell}`;
    pre.setAttribute("role", "tabpanel");
    pre.setAttribute("aria-labelledby", `${id}-tab-${shell}`);
    list.append(element("button", {
      type: "button",
      role: "tab",
      id: `${id}-tab-${shell}`,
      "aria-controls": pre.id,
      "data-shell": shell,
      onclick: () => choose(root, shell, true),
      onkeydown: (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: set.length - 1 - index }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const other = list.children[(index + step + set.length) % set.length];
        other.click();
        other.focus();
      },
    }, SHELLS.get(shell)));
    box.append(pre);
  });
}

function choose(root, shell, keep) {
  if (keep) remember(shell);
  for (const list of root.querySelectorAll(".tabs")) {
    const all = [...list.children];
    const chosen = all.find((tab) => tab.dataset.shell === shell)
      ?? all.find((tab) => tab.getAttribute("aria-selected") === "true") ?? all[0];
    for (const tab of all) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    for (const pre of list.closest(".code").querySelectorAll("pre")) {
      pre.hidden = pre.getAttribute("aria-labelledby") !== chosen.id;
    }
  }
}

const SKIPPED = ".guide-tools, .code-bar, .source, .question, .removed, [hidden], .unseen";

/** A guide as plain text: for tickets and chats that know no markup. */
export function plainText(article) {
  const lines = [];
  const inline = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const walk = (parent, indent) => {
    for (const node of parent.children) {
      if (node.matches(SKIPPED)) continue;
      const name = node.localName;
      if (/^h[1-6]$/.test(name)) lines.push("", inline(node).toUpperCase(), "");
      else if (name === "summary") lines.push("", indent + inline(node));
      else if (name === "pre") lines.push("", ...node.textContent.trimEnd().split("\n").map((line) => `    ${line}`), "");
      else if (name === "ul" || name === "ol") {
        [...node.children].forEach((item, index) => {
          const mark = name === "ol" ? `${index + 1}. ` : "- ";
          const own = [...item.childNodes].filter((child) => !/^(ul|ol|pre|div)$/.test(child.localName ?? ""));
          lines.push(indent + mark + own.map((child) => child.textContent).join("").replace(/\s+/g, " ").trim());
          walk({ children: [...item.children].filter((child) => /^(ul|ol|pre|div)$/.test(child.localName)) }, `${indent}  `);
        });
        lines.push("");
      } else if (name === "table") {
        for (const row of node.querySelectorAll("tr")) lines.push([...row.children].map(inline).join(" | "));
        lines.push("");
      } else if (/^(section|div|details|article|blockquote)$/.test(name)) walk(node, indent);
      else if (node.textContent.trim()) lines.push(indent + inline(node), "");
    }
  };
  walk(article, "");
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

/** A guide as HTML without what only the page needs: for editors that take formatted text. */
function formatted(article) {
  const copy = article.cloneNode(true);
  copy.querySelectorAll(SKIPPED).forEach((node) => node.remove());
  copy.querySelectorAll("details").forEach((node) => (node.open = true));
  for (const node of copy.querySelectorAll("*")) {
    for (const { name } of [...node.attributes]) {
      if (name !== "href" && name !== "open") node.removeAttribute(name);
    }
  }
  return copy.innerHTML;
}

// A guide carries its Markdown, a cause's page links to it.
function markdownOf(article) {
  const source = article.querySelector(".source textarea");
  if (source) return () => source.value;
  const twin = article.querySelector('a[href$=".md"][data-twin]');
  return twin && (() => fetch(twin.href).then((response) => (response.ok ? response.text() : undefined), () => undefined));
}

function tools(article, markdown, say) {
  return element("div", { class: "guide-tools", role: "group", "aria-label": "Take this guide with you" },
    copyButton("Copy as Markdown", async () => ({ text: await markdown() }), say, "quiet"),
    copyButton("Copy as text", () => ({ text: plainText(article) }), say, "quiet"),
    copyButton("Copy formatted", () => ({ text: plainText(article), html: formatted(article) }), say, "quiet"),
    element("button", { type: "button", class: "quiet", part: "button", onclick: () => print() }, "Print"));
}

/**
 * Adds tabs and copy buttons to a guide.
 *
 * @param {Element} article the guide
 * @param {(text: string) => void} say tells people who cannot see the change
 */
export function dress(article, say) {
  if (article.dataset.dressed) return;
  article.dataset.dressed = "";
  for (const set of sets(article)) tabs(set, article, say);
  for (const pre of article.querySelectorAll("pre")) {
    if (!pre.closest(".code")) framed(pre, say);
  }
  choose(article, preferred(), false);
  const markdown = markdownOf(article);
  if (!markdown) return;
  const bar = tools(article, markdown, say);
  const first = article.querySelector(".first");
  const foot = article.querySelector(":scope > .foot, :scope > .removed");
  if (first) first.append(bar);
  else if (foot) foot.before(bar);
  else article.append(bar);
}

/** While it is printed, everything is open. */
export function openForPrint(root) {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...root.querySelectorAll("details.cause:not([open])")];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
}
