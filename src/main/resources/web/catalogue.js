// Finds causes by words, family and error code. Without scripts all of them are listed.

import { element } from "./html.js";

/** @param {Element} main what holds the families */
export function catalogue(main) {
  const families = [...main.querySelectorAll("section.family")];
  const nav = main.querySelector(".families");
  const entries = families.flatMap((section) =>
    [...section.querySelectorAll("li")].map((item) => ({
      item,
      section,
      codes: item.dataset.codes.split(" ").filter(Boolean),
      words: `${item.textContent} ${item.dataset.codes}`.toLowerCase(),
    })));
  const codes = [...new Set(entries.flatMap((entry) => entry.codes))].sort((a, b) => a.localeCompare(b));
  const count = main.querySelector(".count");
  const { search, code } = main.querySelector(".filter").elements;
  code.append(...codes.map((name) => element("option", { value: name }, name)));
  let family = "";

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
    let shown = 0;
    for (const entry of entries) {
      const fits = (!family || entry.section.dataset.family === family)
        && (!code.value || entry.codes.includes(code.value))
        && words.every((word) => entry.words.includes(word));
      entry.item.hidden = !fits;
      if (fits) shown++;
    }
    for (const section of families) section.hidden = !section.querySelector("li:not([hidden])");
    if (shown) count.textContent = shown === entries.length ? `${shown} causes` : `${shown} of ${entries.length} causes`;
    else count.replaceChildren("No cause fits. Paste the error into ", element("a", { href: `${document.body.dataset.base}/` }, "the form"), " instead.");
  }

  search.form.addEventListener("submit", (event) => event.preventDefault());
  // A page of one family has no others to filter: its links lead there.
  if (nav.querySelector('[aria-current="page"]')?.matches("li:first-child a")) {
    nav.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      family = new URL(link.href).searchParams.get("family") ?? "";
      nav.querySelectorAll("a").forEach((other) => other.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "page");
      filter();
    });
  }
  search.addEventListener("input", filter);
  code.addEventListener("change", filter);
  filter();
}
