// The form, the widget and the frame in a real browser.
//
//   mvn verify && cd src/test/browser && npm ci && node --test run.mjs
//
// SCREENSHOTS=FOLDER keeps a picture of every page, wide and narrow, light and dark, to be looked at.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { browser as launch, portal, root, serve } from "./service.mjs";

const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TOKEN = "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: "
  + "The security token included in the request is invalid.";
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const LONG = `An error occurred (AccessDeniedException) when calling the GetSecretValue operation: User: arn:aws:sts::111122223333:`
  + `assumed-role/AWSReservedSSO_${"Platform".repeat(12)}_0123456789abcdef/somebody@example.com is not authorized to perform: `
  + `secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-north-1:444455556666:secret:${"long".repeat(40)}-AbCdEf `
  + "because no resource-based policy allows the secretsmanager:GetSecretValue action";
const HOSTILE = [
  "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 2'>",
  "</textarea></pre></code><svg onload='window.pwned = 3'>",
  "An error occurred (InvalidClientTokenId\"><img src=x onerror=window.pwned=4>) when calling the <b onclick=alert(1)> operation: ```",
  "````\n[a](javascript:window.pwned=5) ![b](http://127.0.0.1:1/x.png) <a href=\"javascript:window.pwned=6\">c</a>",
  TOKEN,
].join("\n");

const pictures = process.env.SCREENSHOTS;
let service;
let chromium;

before(async () => {
  service = await serve();
  chromium = await launch();
});

after(async () => {
  await chromium?.close();
  service?.close();
});

/** A page whose faults fail the test, and which reaches nobody but those named. */
async function open(context, allowed = [service.url]) {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => {
    const favicon = message.location().url.endsWith("/favicon.ico");
    if (message.type() === "error" && !favicon) page.faults.push(message.text());
  });
  page.on("dialog", (dialog) => {
    page.faults.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!allowed.some((origin) => request.url().startsWith(`${origin}/`))) page.faults.push(`asked ${request.url()}`);
  });
  return page;
}

async function using(options, work, allowed) {
  const context = await chromium.newContext(options);
  context.setDefaultTimeout(15000);
  try {
    const page = await open(context, allowed);
    await work(page, context);
    assert.deepEqual(page.faults, []);
  } finally {
    await context.close();
  }
}

async function explain(page, error, keyPrefix = "") {
  await page.fill("#error", error);
  await page.fill("#key-prefix", keyPrefix);
  await page.click("form.ask button[type=submit]");
  await page.waitForSelector("article.guide");
}

async function markdown(error, keyPrefix) {
  const response = await fetch(`${service.url}/v1/diagnose`, {
    method: "POST",
    headers: { accept: "text/markdown" },
    body: new URLSearchParams({ error, keyPrefix }),
  });
  return response.text();
}

/** Everything that axe-core can find, best practices included. */
async function findings(page) {
  await page.evaluate(`${axe};0`);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

describe("the form without scripts", () => {
  const options = { javaScriptEnabled: false };

  test("shows the guide, and the question is answered with a click", () => using(options, async (page) => {
    await page.goto(`${service.url}/`);
    await explain(page, TOKEN);
    assert.match(await page.textContent(".question"), /AKIA/);
    await page.click(".question button >> nth=1");
    await page.waitForLoadState();
    assert.match(await page.textContent("h1"), /does not know this access key/);
    assert.equal(await page.locator("form.ask").count(), 1);
  }));

  test("says in a page what is wrong", () => using(options, async (page) => {
    await page.goto(`${service.url}/`);
    await page.fill("#error", TOKEN);
    await page.fill("#key-prefix", "hello?");
    await page.click("form.ask button[type=submit]");
    await page.waitForLoadState();
    assert.match(await page.textContent("h1"), /not the beginning of an access key id/);
    assert.match(await page.textContent("main"), /Go back one page/);
    assert.equal(await page.locator("link[rel=stylesheet]").count(), 1);
    page.faults = page.faults.filter((fault) => !/status of 422/.test(fault));
  }));

  test("shows nothing that needs scripts, and names the shells", () => using(options, async (page) => {
    await page.goto(`${service.url}/`);
    assert.equal(await page.locator(".examples:visible").count(), 0);
    await explain(page, TOKEN);
    assert.ok((await page.locator(".first pre code.language-powershell").first()
      .evaluate((code) => getComputedStyle(code, "::before").content)).includes("PowerShell"));
    await page.goto(`${service.url}/causes.html`);
    assert.equal(await page.locator(".filter:visible, .count:visible").count(), 0);
  }));

  test("lists every cause", () => using(options, async (page) => {
    await page.goto(`${service.url}/causes.html`);
    assert.ok(await page.locator(".family li:visible").count() > 60);
  }));
});

describe("the form", () => {
  test("removes secrets before it sends, and shows it first", () => using({}, async (page) => {
    const sent = [];
    page.on("request", (request) => sent.push(request.postData() ?? ""));
    await page.goto(`${service.url}/`);
    await page.fill("#error", `export AWS_SECRET_ACCESS_KEY=${SECRET}\n${TOKEN}`);
    await page.waitForSelector(".review mark");
    assert.match(await page.textContent(".review"), /1 secret removed.*secret access key/);
    assert.ok(!(await page.textContent(".review")).includes(SECRET));
    assert.equal(sent.filter(Boolean).length, 0);
    await page.click("form.ask button[type=submit]");
    await page.waitForSelector("article.guide");
    const body = new URLSearchParams(sent.find(Boolean));
    assert.match(body.get("error"), /\[secret access key removed\]/);
    assert.ok(!sent.join().includes(encodeURIComponent(SECRET)) && !sent.join().includes("wJalr"));
    assert.match(await page.textContent(".removed"), /In your browser.*secret access key.*no other/s);
  }));

  test("cuts a whole key id and sends no secret as a prefix", () => using({}, async (page) => {
    const sent = [];
    page.on("request", (request) => request.postData() && sent.push(new URLSearchParams(request.postData())));
    await page.goto(`${service.url}/`);
    await page.fill("#error", TOKEN);
    await page.fill("#key-prefix", SECRET);
    await page.click("form.ask button[type=submit]");
    assert.match(await page.textContent(".problem"), /treat it as exposed/);
    assert.equal(sent.length, 0);
    await page.fill("#key-prefix", "AKIAIOSFODNN7EXAMPLE");
    await page.click("form.ask button[type=submit]");
    await page.waitForSelector("article.guide");
    assert.equal(sent[0].get("keyPrefix"), "AKIAIOSFODNN7");
  }));

  test("opens the first cause, folds the others, and leaves no trace of the text", () => using({}, async (page) => {
    await page.goto(`${service.url}/`);
    await explain(page, TOKEN, "ASIA");
    assert.match(await page.textContent("h1:visible"), /without their session token/);
    assert.ok(await page.isVisible(".because"));
    assert.ok(await page.locator("details.cause").count() >= 2);
    assert.equal(await page.locator("details.cause[open]").count(), 0);
    assert.equal(page.url(), `${service.url}/`);
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, history.state, document.cookie]));
    assert.ok(!kept.includes("InvalidClientTokenId"));
  }));

  test("works with the keyboard alone, and Back leads to the text", () => using({}, async (page) => {
    await page.goto(`${service.url}/`);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.focus("#error");
    await page.keyboard.type("InvalidClientTokenId: The security token included in the request is invalid.");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("article.guide");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "h1");
    assert.match(await page.textContent("#answer"), /session token/);
    await page.goBack();
    assert.equal(await page.evaluate(() => document.activeElement.id), "error");
    assert.match(await page.inputValue("#error"), /^InvalidClientTokenId/);
    assert.equal(await page.locator("article.guide").count(), 0);
  }));

  test("answers the question with a click", () => using({}, async (page) => {
    await page.goto(`${service.url}/`);
    await explain(page, TOKEN);
    await page.click(".question button >> nth=1");
    await page.waitForFunction(() => /does not know this access key/.test(document.querySelector("#answer h1")?.textContent));
    assert.equal(page.url(), `${service.url}/`);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "h1");
  }));

  test("shows one set of commands at a time, and remembers which", () => using({}, async (page) => {
    await page.goto(`${service.url}/`);
    await explain(page, TOKEN, "ASIA");
    const visible = () => page.locator(".first pre:visible code").allTextContents();
    assert.ok((await visible()).some((text) => text.startsWith("export ")));
    assert.ok(!(await visible()).some((text) => text.includes("$Env:")));
    await page.focus('.tabs [aria-selected="true"]');
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.shell), "powershell");
    assert.ok(!(await visible()).some((text) => text.startsWith("export ")));
    await page.goto(`${service.url}/causes/session-token-missing.html`);
    assert.ok((await visible().catch(() => [])).every((text) => !text.startsWith("export ")));
    assert.equal(await page.getAttribute('.tabs [data-shell="powershell"] >> nth=0', "aria-selected"), "true");
  }));

  test("works when storage is forbidden", () => using({}, async (page) => {
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
      }
    });
    await page.goto(`${service.url}/`);
    await explain(page, TOKEN, "ASIA");
    await page.click('.tabs [data-shell="powershell"] >> nth=0');
    assert.equal(await page.getAttribute('.tabs [data-shell="powershell"] >> nth=0', "aria-selected"), "true");
  }));

  test("copies commands, and the guide as Markdown, as text and formatted", () =>
    using({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      const clipboard = (type) => page.evaluate(async (wanted) => {
        const [item] = await navigator.clipboard.read();
        return (await item.getType(wanted)).text();
      }, type);
      await page.goto(`${service.url}/`);
      await explain(page, TOKEN, "ASIA");
      assert.ok(await page.evaluate(() => [...document.querySelectorAll("pre:has(code[class])")].every((pre) => pre.closest(".code")?.querySelector(".copy"))));
      await page.click(".first .copy >> nth=0");
      await page.getByRole("button", { name: "Copied" }).or(page.locator(".copy", { hasText: "Copied" })).first().waitFor();
      assert.match(await clipboard("text/plain"), /^export AWS_ACCESS_KEY_ID='ASIA…'\nexport .*\nexport AWS_SESSION_TOKEN='…'$/);
      await page.click("text=Copy as Markdown");
      await page.waitForTimeout(200);
      assert.equal(await clipboard("text/plain"), await markdown(TOKEN, "ASIA"));
      await page.click("text=Copy as text");
      await page.waitForTimeout(200);
      const plain = await clipboard("text/plain");
      assert.match(plain, /^TEMPORARY CREDENTIALS[^<>`]*export AWS_SESSION_TOKEN/);
      assert.ok(!plain.includes("Copy"));
      await page.click("text=Copy formatted");
      await page.waitForTimeout(200);
      const html = await clipboard("text/html");
      assert.match(html, /<h1>Temporary credentials/);
      assert.ok(!/button|class=|data-/.test(html));
    }));

  test("keeps the text and says what to do when the network fails", () => using({}, async (page) => {
    await page.goto(`${service.url}/`);
    let answer = (route) => route.abort();
    await page.route("**/v1/diagnose*", (route) => answer(route));
    await page.fill("#error", TOKEN);
    await page.click("form.ask button[type=submit]");
    const alert = page.getByRole("alert");
    assert.match(await alert.textContent(), /could not be reached.*still in the form/);
    assert.equal(await page.inputValue("#error"), TOKEN);
    answer = (route) => route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      body: JSON.stringify({ title: "Something failed here", detail: "Incident 4711.", status: 500 }),
    });
    await page.click("text=Try again");
    await page.waitForSelector("text=Incident 4711");
    answer = (route) => route.continue();
    await page.click("text=Try again");
    await page.waitForSelector("article.guide");
    assert.equal(await alert.count(), 0);
    page.faults = page.faults.filter((fault) => !/Failed to load resource/.test(fault));
  }));

  test("says what is missing or too long, and sends nothing", () => using({}, async (page) => {
    const sent = [];
    page.on("request", (request) => request.postData() && sent.push(request.url()));
    await page.goto(`${service.url}/`);
    await page.click("form.ask button[type=submit]");
    assert.match(await page.textContent(".problem"), /Paste the error text/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "error");
    await page.evaluate(() => (document.querySelector("#error").value = "some line\n".repeat(7000)));
    await page.click("form.ask button[type=submit]");
    assert.match(await page.textContent(".problem"), /longer than 64 KiB/);
    assert.equal(sent.length, 0);
  }));

  test("opens everything for print", () => using({}, async (page) => {
    await page.goto(`${service.url}/`);
    await explain(page, TOKEN, "ASIA");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("details.cause:not([open])").count(), 0);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".top:visible, .question:visible, .copy:visible, .guide-tools:visible").count(), 0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("details.cause[open]").count(), 0);
  }));

  test("weighs less than 44 KB compressed", async () => {
    let sum = 0;
    for (const path of ["/", "/app.css", "/app.js", "/icon.svg"]) {
      const response = await fetch(service.url + path, { headers: { accept: "text/html,*/*;q=0.8" } });
      sum += gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length;
    }
    console.log(`form page: ${sum} bytes compressed`);
    assert.ok(sum < 44_000, `${sum} bytes`);
  });
});

describe("the redaction of the page", () => {
  test("gives what the service gives, for every vector", { timeout: 120_000 }, () => using({}, async (page) => {
    const vectors = [];
    for await (const line of createInterface({ input: createReadStream(`${root}target/redact-vectors.jsonl`) })) {
      vectors.push(JSON.parse(line));
    }
    assert.ok(vectors.length >= 300);
    await page.goto(`${service.url}/`);
    const wrong = await page.evaluate(async (all) => {
      const { redact } = await import("/redact.js");
      const shapes = await (await fetch("/secret-shapes.json")).json();
      return all.filter(({ input, text, redactions }) => {
        const actual = redact(input, shapes, { maskMessage: true });
        return actual.text !== text || JSON.stringify(actual.redactions) !== JSON.stringify(redactions);
      }).map(({ name }) => name);
    }, vectors);
    assert.deepEqual(wrong, []);
  }));
});

describe("the catalogue", () => {
  test("is found by words, error code and family", () => using({}, async (page) => {
    await page.goto(`${service.url}/causes.html`);
    const all = await page.locator(".family li:visible").count();
    await page.fill("#search", "session TOKEN");
    const words = await page.locator(".family li:visible").allTextContents();
    assert.ok(words.length > 0 && words.length < all);
    assert.match(await page.textContent(".count"), new RegExp(`${words.length} of ${all}`));
    await page.fill("#search", "");
    await page.selectOption("#code", "SignatureDoesNotMatch");
    assert.match((await page.locator(".family li:visible").allTextContents()).join(), /clock-skew|secret-key/);
    await page.selectOption("#code", "");
    await page.click(".families a >> nth=2");
    assert.equal(await page.locator(".family:visible").count(), 1);
    assert.equal(await page.getAttribute(".families a >> nth=2", "aria-current"), "page");
    await page.fill("#search", "no such thing anywhere");
    assert.match(await page.textContent(".count"), /into the form instead/);
  }));

  test("has a page and a Markdown twin of each cause", () => using({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.goto(`${service.url}/causes.html`);
    await page.click('.family a[href$="/causes/session-token-missing"]');
    assert.match(await page.textContent("h1"), /session token/);
    const twin = await page.getAttribute('a[href$=".md"]', "href");
    const text = await (await fetch(service.url + twin)).text();
    assert.match(text, /^# .*session token/);
    await page.click("text=Copy as Markdown");
    await page.locator(".quiet", { hasText: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  }));
});

describe("a page while it loads", () => {
  for (const [width, path] of [
    [390, "/"], [1280, "/"], [390, "/embed"], [390, "/causes.html"], [1280, "/causes.html"],
    [390, "/causes/session-token-missing.html"], [1280, "/causes/scp-deny.html"],
  ]) {
    test(`does not move what is read: ${path} at ${width} px`, () => using({ viewport: { width, height: 844 } }, async (page) => {
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) =>
          window.shifts.push(`${value.toFixed(3)} ${sources.map(({ node }) => node?.nodeName)}`))).observe({ type: "layout-shift", buffered: true });
      });
      // Slow enough that the page is painted before the script has come.
      await page.route("**/app.js", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.continue();
      });
      await page.goto(`${service.url}${path}`);
      await page.waitForTimeout(300);
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
    }));
  }

  test("links to what is easily mistaken for it", () => using({}, async (page) => {
    await page.goto(`${service.url}/causes/session-token-missing.html`);
    await page.locator("table a", { hasText: "does not know this access key" }).click();
    await page.waitForURL("**/causes/access-key-invalid*");
  }));
});

describe("hostile error texts", () => {
  const harmless = async (page) => {
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    assert.equal(await page.locator("main :is(script, svg, img, iframe, object, [onerror], [onload], [onclick])").count(), 0);
    assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
  };

  test("do not run in the form", () => using({}, async (page) => {
    await page.goto(`${service.url}/`);
    await explain(page, HOSTILE, "ASIA");
    await page.waitForTimeout(100);
    await harmless(page);
    assert.match(await page.textContent(".removed pre"), /<script>window.pwned/);
  }));

  test("do not run in the page of the service", () => using({}, async (page) => {
    await page.goto(`${service.url}/`);
    await page.evaluate((text) => {
      document.querySelector("#error").value = text;
      HTMLFormElement.prototype.submit.call(document.querySelector("form.ask"));
    }, HOSTILE);
    await page.waitForSelector("article.guide");
    assert.match(page.url(), /diagnose/);
    await harmless(page);
  }));
});

describe("the widget", () => {
  let host;
  const integrity = readFileSync(`${root}target/widget.sri`, "utf8").trim();
  const tag = () => `<script type="module" src="${service.url}/widget.js" integrity="${integrity}" crossorigin="anonymous"></script>`;
  const page = (body, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>${head}</head><body><main><h1>Portal</h1>${body}</main></body></html>`;
  const strict = () => ({
    "content-security-policy": `default-src 'none'; script-src 'self' ${service.url}; style-src 'self'; connect-src ${service.url}; `
      + "require-trusted-types-for 'script'; trusted-types 'none'",
  });
  const evil = {
    headers: { "access-control-allow-origin": "*" },
    body: '<article class="guide" data-recognized="true" onclick="window.pwned=1"><h1>Title<script>window.pwned=2</script></h1>'
      + '<img src=x onerror="window.pwned=3"><a href="javascript:window.pwned=4">link</a><iframe src="javascript:window.pwned=5"></iframe>'
      + '<svg><style>*{display:none}</style></svg><p style="position:fixed">text &lt;b&gt;</p></article>',
  };

  before(async () => {
    host = await portal({
      "/plain": () => ({ body: page(`<credfix-form endpoint="${service.url}" key-prefix="ASIA" theme="dark"><p slot="help">Ask #cloud</p></credfix-form>`, tag()) }),
      "/hostile": () => ({
        headers: strict(),
        body: page(`<credfix-form endpoint="${service.url}"></credfix-form>`, `<link rel="stylesheet" href="/hostile.css">${tag()}`),
      }),
      "/hostile.css": {
        headers: { "content-type": "text/css" },
        body: "* { all: unset !important; color: rgb(255, 0, 0) !important; font: 40px serif !important } main, body, credfix-form { display: block !important } textarea, button, h1, p { display: none !important }",
      },
      "/nested": () => ({ headers: strict(), body: page("<div id=outer></div>", `${tag()}<script type="module" src="/nested.js"></script>`) }),
      "/nested.js": () => ({
        headers: { "content-type": "text/javascript" },
        body: `const root = document.querySelector("#outer").attachShadow({ mode: "open" });
          const form = document.createElement("credfix-form");
          form.endpoint = ${JSON.stringify(service.url)};
          root.append(form);
          window.seen = [];
          for (const type of ["credfix-result", "credfix-error"]) addEventListener(type, (event) => window.seen.push([type, event.detail]));`,
      }),
      "/auto": () => ({ body: page(`<credfix-form endpoint="${service.url}"></credfix-form>`, `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">${tag()}`) }),
      "/documented": () => ({ body: page(`<credfix-form endpoint="${service.url}" key-prefix="ASIA" tool="boto3" os="linux" shell="zsh" runs-on="ec2" region="eu-north-1"></credfix-form>`, tag()) }),
      "/evil": () => ({ body: page(`<credfix-form endpoint="${host.url}/api"></credfix-form>`, tag()) }),
      "/api/v1/diagnose": evil,
    });
  });
  after(() => host.close());
  const both = () => [service.url, host.url];

  test("gives a guide in a portal, with the portal's look and help", () => using({}, async (tab) => {
    await tab.goto(`${host.url}/plain`);
    assert.equal(await tab.inputValue("#key-prefix"), "ASIA");
    assert.ok(await tab.isVisible("text=Ask #cloud"));
    assert.equal(await tab.evaluate(() => getComputedStyle(document.querySelector("credfix-form").shadowRoot.querySelector(".widget")).backgroundColor), "rgb(16, 20, 24)");
    await tab.evaluate(() => document.querySelector("credfix-form").style.setProperty("--credfix-accent", "rgb(1, 2, 3)"));
    assert.equal(await tab.evaluate(() => getComputedStyle(document.querySelector("credfix-form").shadowRoot.querySelector("[part~=submit]")).backgroundColor), "rgb(1, 2, 3)");
    await explain(tab, TOKEN, "ASIA");
    assert.match(await tab.textContent("credfix-form h1"), /session token/);
    const links = await tab.locator("credfix-form article a").evaluateAll((all) => all.map((link) => [link.href, link.target]));
    assert.ok(links.some(([href]) => href === `${service.url}/causes/session-token-missing`));
    assert.ok(links.every(([, target]) => target === "_blank"));
  }, both()));

  test("keeps its looks and works under a strict policy, with integrity metadata", () => using({}, async (tab) => {
    await tab.goto(`${host.url}/hostile`);
    await tab.waitForSelector("credfix-form textarea");
    const look = await tab.evaluate(() => {
      const { color, fontSize, display } = getComputedStyle(document.querySelector("credfix-form").shadowRoot.querySelector("textarea"));
      return { color, fontSize, display };
    });
    assert.notEqual(look.color, "rgb(255, 0, 0)");
    assert.ok(parseFloat(look.fontSize) < 20);
    await explain(tab, TOKEN, "AKIA");
    assert.match(await tab.textContent("credfix-form h1"), /does not know this access key/);
    await tab.click("credfix-form .copy >> nth=0");
  }, both()));

  test("works inside another shadow root and tells the portal of results, without the text", () => using({}, async (tab) => {
    await tab.goto(`${host.url}/nested`);
    await explain(tab, `export AWS_SECRET_ACCESS_KEY=${SECRET}\n${TOKEN}`, "ASIA");
    await tab.click("text=Change the text");
    await tab.fill("#error", " ");
    await tab.click("form.ask button[type=submit]");
    const seen = await tab.evaluate(() => window.seen);
    assert.deepEqual(seen.map(([type]) => type), ["credfix-result", "credfix-error"]);
    assert.equal(seen[0][1].causes[0], "session-token-missing");
    assert.deepEqual(seen[0][1].redactions, [{ kind: "secret-access-key", count: 1 }]);
    assert.ok(!JSON.stringify(seen).includes("operation: The security"));
  }, both()));

  test("lets nothing run that an endpoint sends", () => using({}, async (tab) => {
    await tab.goto(`${host.url}/evil`);
    await explain(tab, TOKEN, "ASIA");
    await tab.click("credfix-form article");
    assert.equal(await tab.evaluate(() => window.pwned), undefined);
    assert.equal(await tab.locator("credfix-form article :is(script, img, iframe, svg, style, [style], [onclick])").count(), 0);
    assert.equal(await tab.locator("credfix-form article a[href]").count(), 0);
    assert.match(await tab.textContent("credfix-form article p"), /text <b>/);
  }, both()));

  for (const colorScheme of ["light", "dark"]) {
    test(`has no finding of axe-core, ${colorScheme}`, () => using({ colorScheme, viewport: { width: 320, height: 800 } }, async (tab) => {
      for (const path of ["/plain", "/auto"]) {
        await tab.goto(host.url + path);
        assert.deepEqual(await findings(tab), []);
        await explain(tab, TOKEN, "");
        assert.deepEqual(await findings(tab), []);
        assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 320);
      }
    }, both()));
  }

  test("is the file whose integrity the build printed", async () => {
    const bytes = Buffer.from(await (await fetch(`${service.url}/widget.js`)).arrayBuffer());
    assert.equal(`sha384-${createHash("sha384").update(bytes).digest("base64")}`, integrity);
  });

  test("has every attribute, property, part and slot that its documentation names", () => using({}, async (tab) => {
    await tab.goto(`${host.url}/documented`);
    const values = await tab.evaluate(() => {
      const { elements } = document.querySelector("credfix-form").shadowRoot.querySelector("form.ask");
      return Object.fromEntries(["keyPrefix", "tool", "os", "shell", "runsOn", "region"].map((name) => [name, elements[name].value]));
    });
    assert.deepEqual(values, { keyPrefix: "ASIA", tool: "boto3", os: "linux", shell: "zsh", runsOn: "ec2", region: "eu-north-1" });
    await tab.evaluate((text) => document.querySelector("credfix-form").fill(text, "AKIA"), `export AWS_SECRET_ACCESS_KEY=${SECRET}\n${TOKEN}`);
    await tab.click("form.ask button[type=submit]");
    await tab.waitForSelector("article.guide");
    const seen = () => tab.evaluate(() => [...document.querySelector("credfix-form").shadowRoot.querySelectorAll("[part], slot")]
      .flatMap((node) => (node.localName === "slot" ? `slot ${node.name}` : node.getAttribute("part").split(" "))));
    const names = await seen();
    await tab.click("text=Change the text");
    await tab.fill("#error", " ");
    await tab.click("form.ask button[type=submit]");
    await tab.waitForSelector(".problem");
    names.push(...await seen());
    const text = readFileSync(`${root}docs/portals.md`, "utf8");
    const documented = (row) => [...text.match(new RegExp(`^\\| ${row} \\|(.*)$`, "m"))[1].matchAll(/`([a-z]+)`/g)].map((found) => found[1]);
    for (const part of documented("`::part\\(…\\)`")) assert.ok(names.includes(part), `part ${part}`);
    for (const slot of documented("Slots")) assert.ok(names.includes(`slot ${slot}`), `slot ${slot}`);
    const own = await (await fetch(`${service.url}/widget.js`)).text();
    for (const [, property] of text.match(/^\| Custom properties \|(.*)$/m)[1].matchAll(/`(?:--credfix)?(-[a-z-]+)`/g)) {
      assert.ok(own.includes(`var(--credfix${property}`), property);
    }
  }, both()));
});

describe("the frame", () => {
  let host;
  let guarded;
  const framed = (address) => `<!doctype html><html lang="en"><head><title>Portal</title><script src="/listen.js"></script></head>
    <body><main><h1>Portal</h1><iframe title="credfix" src="${address}" width="600" height="300"
    sandbox="allow-scripts allow-forms allow-same-origin allow-popups"></iframe></main></body></html>`;

  before(async () => {
    host = await portal({
      "/": () => ({ body: framed(`${guarded.url}/embed`) }),
      "/listen.js": {
        headers: { "content-type": "text/javascript" },
        body: "window.seen = []; addEventListener('message', (event) => window.seen.push({ origin: event.origin, data: event.data }));",
      },
      "/quiet": () => ({ headers: { "referrer-policy": "no-referrer" }, body: framed(`${guarded.url}/embed`) }),
    });
    guarded = await serve({ CREDFIX_FRAME_ANCESTORS: host.url });
  });
  after(() => {
    host.close();
    guarded.close();
  });

  const heights = (page) => page.evaluate(() => window.seen.filter(({ data }) => data.type === "height"));

  for (const path of ["/", "/quiet"]) {
    test(`tells the portal its height, at ${path}`, () => using({}, async (page) => {
      await page.goto(host.url + path);
      const frame = page.frameLocator("iframe");
      await page.waitForFunction(() => window.seen.length > 0);
      const [first] = await heights(page);
      assert.equal(first.origin, guarded.url);
      assert.equal(first.data.source, "credfix");
      assert.ok(first.data.height > 300);
      await frame.locator("#error").fill(TOKEN);
      await frame.locator("form.ask button[type=submit]").click();
      await frame.locator("article.guide").waitFor();
      await page.waitForFunction((height) => window.seen.at(-1).data.height > height, first.data.height);
      assert.ok(await frame.locator('article a[href^="http"]').evaluateAll((all) => all.every((link) => link.target === "_blank")));
    }, [host.url, guarded.url]));
  }

  test("listens to its portal alone", () => using({}, async (page, context) => {
    await page.goto(host.url);
    await page.waitForFunction(() => window.seen.length > 0);
    const inside = page.frames().find((frame) => frame.url().startsWith(guarded.url));
    await page.evaluate((origin) => frames[0].postMessage({ source: "credfix", type: "fill", error: "filled" }, origin), guarded.url);
    await inside.waitForFunction(() => document.querySelector("#error").value === "filled");
    // The same from the frame itself: another window than its parent.
    await inside.evaluate(() => window.postMessage({ source: "credfix", type: "fill", error: "forged" }, location.origin));
    await page.waitForTimeout(150);
    assert.equal(await inside.evaluate(() => document.querySelector("#error").value), "filled");
    const before = (await heights(page)).length;
    await page.evaluate((origin) => frames[0].postMessage({ source: "credfix", type: "hello" }, origin), guarded.url);
    await page.waitForFunction((count) => window.seen.length > count, before);
    assert.ok(context);
  }, [host.url, guarded.url]));

  test("opens in no portal that was not named", () => using({}, async (page) => {
    await page.goto(`${host.other}/`);
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => window.seen), []);
    assert.ok(page.faults.some((fault) => /frame-ancestors/.test(fault)));
    page.faults = [];
  }, [host.other, guarded.url]));
});

describe("axe-core finds nothing, and nothing is wider than the screen", () => {
  const pages = {
    "the form": (page) => page.goto(`${service.url}/`),
    "the form with a review": async (page) => {
      await page.goto(`${service.url}/`);
      await page.click("text=With a secret");
      await page.waitForSelector(".review mark");
      await page.click("summary >> text=Tool, system, Region");
    },
    "the form with a problem": async (page) => {
      await page.goto(`${service.url}/`);
      await page.click("form.ask button[type=submit]");
    },
    "a guide": async (page) => {
      await page.goto(`${service.url}/`);
      await explain(page, `export AWS_SECRET_ACCESS_KEY=${SECRET}\n${TOKEN}`, "ASIA");
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    },
    "a guide that knows nothing": async (page) => {
      await page.goto(`${service.url}/`);
      await explain(page, "the printer is on fire");
    },
    "a guide with its question open": async (page) => {
      await page.goto(`${service.url}/`);
      await explain(page, TOKEN);
      assert.equal(await page.locator(".first .question button").count(), 2);
    },
    "a guide of very long words": async (page) => {
      await page.goto(`${service.url}/`);
      await explain(page, LONG);
    },
    "the catalogue": (page) => page.goto(`${service.url}/causes.html`),
    "the catalogue, filtered": async (page) => {
      await page.goto(`${service.url}/causes.html`);
      await page.fill("#search", "session token");
    },
    "the catalogue, empty": async (page) => {
      await page.goto(`${service.url}/causes.html`);
      await page.fill("#search", "pneumonoultramicroscopicsilicovolcanoconiosis");
    },
    "a cause": (page) => page.goto(`${service.url}/causes/session-token-missing.html`),
    "the embedded form": (page) => page.goto(`${service.url}/embed`),
    "a problem type": (page) => page.goto(`${service.url}/problems/not-found`, {}),
  };
  for (const [name, visit] of Object.entries(pages)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [320, 1280]) {
        test(`${name}, ${colorScheme}, ${width} px`, () =>
          using({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
            await visit(page);
            if (pictures) await page.screenshot({ path: `${pictures}/${name}, ${colorScheme}, ${width}.png`, fullPage: true });
            assert.deepEqual(await findings(page), []);
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
          }));
      }
    }
  }

  test("every cause's page", { timeout: 300_000 }, () =>
    using({ colorScheme: "dark", viewport: { width: 320, height: 800 } }, async (page) => {
      const { causes } = await (await fetch(`${service.url}/causes.json`)).json();
      for (const { id } of causes) {
        await page.goto(`${service.url}/causes/${id}.html`);
        assert.deepEqual(await findings(page), [], id);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, id);
      }
    }));

  test("a guide without scripts", () => using({ javaScriptEnabled: false }, async (page, context) => {
    await page.goto(`${service.url}/`);
    await explain(page, TOKEN);
    const html = await page.content();
    await context.close();
    await using({ bypassCSP: true }, async (other) => {
      await other.goto(`${service.url}/health`);
      await other.setContent(html.replace(/<script[^>]*><\/script>/, ""));
      assert.deepEqual(await findings(other), []);
    });
  }));
});
