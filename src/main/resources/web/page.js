// What /app.js does: the form, guides and the catalogue gain what only scripts can give.

import { Ask, outwards } from "./ask.js";
import { catalogue } from "./catalogue.js";
import { frame } from "./frame.js";
import { dress, openForPrint } from "./guide.js";
import { element } from "./html.js";

const { base, parents } = document.body.dataset;
const embedded = document.body.classList.contains("embedded");
const main = document.getElementById("main");
const form = main.querySelector("form.ask");
let ask;

if (form) {
  // On a page that is an answer itself, the form stands below the guide, which gives way to the next.
  const aside = [...main.children].filter((node) => !node.contains(form) && node.id !== "answer");
  const answer = document.getElementById("answer") ?? element("div", { id: "answer" });
  if (!answer.isConnected) form.nextElementSibling.after(answer);
  ask = new Ask(form, answer, {
    base: location.origin + base,
    aside,
    newWindow: embedded,
    // Back leads from the guide to the form; the address never changes.
    onfold: () => !embedded && !history.state?.guide && history.pushState({ guide: true }, ""),
    onunfold: () => history.state?.guide && history.back(),
  });
  addEventListener("popstate", () => !history.state?.guide && ask.answered && ask.unfold());
}

const status = element("p", { class: "unseen", role: "status" });
main.append(status);
const say = ask ? (text) => ask.say(text) : (text) => (status.textContent = text);
for (const article of main.querySelectorAll("article.guide")) dress(article, say);
if (main.querySelector(".families")) catalogue(main);
openForPrint(document);
if (embedded) {
  outwards(document);
  frame(parents ?? "*", ask);
}
