// The export, the widget and the frame inside real portals' pages.
//
//   .ci/portals
//
// SCREENSHOTS=FOLDER keeps a picture of each portal, light and dark, to be looked at.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { after, before, describe, test } from "node:test";
import { browser as launch, portal, root, serve } from "./service.mjs";

const TOKEN = "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: "
  + "The security token included in the request is invalid.";
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const pictures = process.env.SCREENSHOTS;
const work = join(root, "target/portals");
const mkdocs = process.env.MKDOCS ?? join(root, "target/portals-venv/bin/mkdocs");
const docusaurus = process.env.DOCUSAURUS ?? join(root, "target/docusaurus/node_modules");

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

/** Exports the catalogue and builds it with MkDocs. `configure` changes the configuration. */
function site(name, generator, configure, pages) {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync(join(root, "credfix"), ["export", folder, "--for", generator], { stdio: "pipe" });
  const file = join(folder, "mkdocs.yml");
  writeFileSync(file, configure(readFileSync(file, "utf8")));
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(folder, "docs", path), text);
  execFileSync(mkdocs, ["build", "--quiet", "--strict", "--config-file", file], { stdio: "pipe" });
}

/** Serves a folder. */
async function folder(path, more = {}) {
  const pages = new Proxy(more, {
    get: (own, address) => own[address] ?? (() => {
      const whole = extname(address) ? address : join(address, "index.html");
      const file = join(path, normalize(whole));
      try {
        return { headers: { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }, body: readFileSync(file) };
      } catch {
        return { status: 404, body: "" };
      }
    }),
  });
  return portal(pages);
}

async function opened(work) {
  const context = await chromium.newContext();
  context.setDefaultTimeout(20000);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** The style sheet that docs/portals.md recommends for a portal. */
function recipe(name) {
  const text = readFileSync(join(root, "docs/portals.md"), "utf8");
  return /```css\n([^`]*)```/.exec(text.slice(text.indexOf(`**${name}.**`)))[1];
}

/** The widget stands on the portal's own ground, and axe-core finds nothing in it. */
async function belongs(page, name, paint, ground) {
  const grounds = new Set();
  for (const scheme of ["light", "dark"]) {
    await page.evaluate(paint, scheme);
    await page.waitForTimeout(500);
    const [own, around] = await page.evaluate((selector) => [
      getComputedStyle(document.querySelector("credfix-form").shadowRoot.querySelector(".widget")).backgroundColor,
      getComputedStyle(document.querySelector(selector)).backgroundColor,
    ], ground);
    assert.equal(own, around, scheme);
    grounds.add(around);
    if (pictures) await page.screenshot({ path: join(pictures, `${name}, ${scheme}.png`), fullPage: true });
    await page.evaluate(`${axe};0`);
    const { violations } = await page.evaluate(() => window.axe.run("credfix-form"));
    assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.failureSummary}`)), [], scheme);
  }
  assert.equal(grounds.size, 2, "light and dark differ");
}

async function pictured(page, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

async function explains(scope) {
  await scope.locator("#error").fill(TOKEN);
  await scope.locator("#key-prefix").fill("ASIA");
  await scope.locator("form.ask button[type=submit]").click();
  const heading = scope.locator("article.guide h1");
  await heading.waitFor();
  assert.match(await heading.textContent(), /without their session token/);
}

describe("MkDocs Material", { timeout: 240_000 }, () => {
  let host;

  before(async () => {
    host = await folder(join(work, "mkdocs/site"));
    // Instant navigation knows the site's pages by their whole addresses.
    site("mkdocs", "mkdocs", (yaml) => `site_url: ${host.url}/\n${yaml}`
      .replace("  name: material\n", "  name: material\n  font: false\n  features: [navigation.instant]\n  palette:\n    scheme: default\n")
      .replace("  - By error code", "  - Explain an error: explain.md\n  - By error code")
      + `extra_javascript:\n  - path: ${service.url}/widget.js\n    type: module\nextra_css: [portal.css]\n`,
    {
      "portal.css": recipe("MkDocs Material"),
      "explain.md": `# Explain an error\n\n<credfix-form endpoint="${service.url}"><p slot="help">Still stuck? Ask in #cloud.</p></credfix-form>\n`,
    });
  });
  after(() => host?.close());

  test("shows an exported page", () => opened(async (page) => {
    await page.goto(`${host.url}/credentials-rejected/session-token-missing/`);
    assert.match(await page.textContent("article h1"), /without their session token/);
    assert.ok(await page.locator("article pre code").count() >= 2);
    await pictured(page, "MkDocs, a cause");
  }));

  test("gives a guide in the widget", () => opened(async (page) => {
    await page.goto(`${host.url}/explain/`);
    await explains(page.locator("credfix-form"));
    assert.ok(await page.locator("credfix-form textarea").first().evaluate((area) => parseFloat(getComputedStyle(area).fontSize) < 18));
  }));

  test("has the theme's look", () => opened(async (page) => {
    await page.goto(`${host.url}/explain/`);
    await explains(page.locator("credfix-form"));
    await belongs(page, "MkDocs, the widget", (scheme) => {
      document.body.dataset.mdColorScheme = scheme === "dark" ? "slate" : "default";
    }, "body");
  }));

  test("gives a guide after instant navigation", () => opened(async (page) => {
    await page.goto(`${host.url}/`);
    await page.evaluate(() => (window.stayed = true));
    await page.locator('a[href$="explain/"]:visible').first().click();
    await page.waitForURL("**/explain/");
    assert.equal(await page.evaluate(() => window.stayed), true);
    await explains(page.locator("credfix-form"));
  }));
});

describe("Docusaurus 3", { timeout: 400_000 }, () => {
  let host;

  before(async () => {
    host = await folder(join(work, "docusaurus/build"));
    const site = join(work, "docusaurus");
    rmSync(site, { recursive: true, force: true });
    mkdirSync(join(site, "docs"), { recursive: true });
    execFileSync(join(root, "credfix"), ["export", join(site, "docs/aws-errors"), "--for", "docusaurus"], { stdio: "pipe" });
    const files = {
      "package.json": JSON.stringify({ name: "portal", private: true }),
      "docusaurus.config.js": `module.exports = {
        title: "Portal", url: ${JSON.stringify(host.url)}, baseUrl: "/", onBrokenLinks: "throw",
        markdown: { hooks: { onBrokenMarkdownLinks: "throw" } },
        future: { v4: true, experimental_faster: true },
        presets: [["classic", { docs: { routeBasePath: "/", sidebarPath: "./sidebars.js" }, blog: false, theme: { customCss: "./custom.css" } }]],
        scripts: [{ src: ${JSON.stringify(`${service.url}/widget.js`)}, type: "module" }],
      };\n`,
      "custom.css": recipe("Docusaurus 3"),
      "sidebars.js": 'module.exports = { docs: [{ type: "autogenerated", dirName: "." }] };\n',
      "docs/start.md": "---\nslug: /\n---\n\n# Start\n\n[Explain an error](./explain.mdx)\n",
      "docs/explain.mdx": `# Explain an error\n\n<credfix-form endpoint="${service.url}"></credfix-form>\n`,
      "docs/framed.mdx": `# Framed\n\n<iframe src="${service.url}/embed" title="Explain an AWS error" width="100%" height="700"></iframe>\n`,
    };
    for (const [path, text] of Object.entries(files)) writeFileSync(join(site, path), text);
    symlinkSync(docusaurus, join(site, "node_modules"));
    execFileSync(process.execPath, [join(site, "node_modules/@docusaurus/core/bin/docusaurus.mjs"), "build"], {
      cwd: site, stdio: "pipe", env: { ...process.env, DOCUSAURUS_NO_TELEMETRY: "1" },
    });
  });
  after(() => host?.close());

  test("shows an exported page, whole, in its family, with links that lead on", () => opened(async (page) => {
    await page.goto(`${host.url}/aws-errors/credentials-rejected/session-token-missing/`);
    assert.match(await page.textContent("article h1"), /without their session token/);
    const text = await page.textContent("article");
    for (const expected of ["export AWS_SESSION_TOKEN=", "Check", "If it is something else"]) assert.ok(text.includes(expected), expected);
    assert.match(await page.textContent("nav.menu .menu__link--sublist.menu__link--active >> nth=-1"), /rejected/);
    await pictured(page, "Docusaurus, a cause");
    await page.locator("article table a").first().click();
    await page.waitForURL((url) => !url.pathname.includes("session-token-missing"));
    assert.ok((await page.textContent("article h1")).length > 10);
  }));

  test("gives a guide in the widget, also after the router changed the page", () => opened(async (page) => {
    await page.goto(`${host.url}/`);
    await page.evaluate(() => (window.stayed = true));
    await page.locator("article a", { hasText: "Explain an error" }).click();
    await page.waitForURL("**/explain");
    assert.equal(await page.evaluate(() => window.stayed), true);
    await explains(page.locator("credfix-form"));
  }));

  test("has the theme's look", () => opened(async (page) => {
    await page.goto(`${host.url}/explain/`);
    await explains(page.locator("credfix-form"));
    await belongs(page, "Docusaurus, the widget", (scheme) => {
      document.documentElement.dataset.theme = scheme;
    }, "html");
  }));

  test("gives a guide in the frame", () => opened(async (page) => {
    await page.goto(`${host.url}/framed/`);
    await explains(page.frameLocator("article iframe"));
    await pictured(page, "Docusaurus, the frame");
  }));
});

describe("Backstage TechDocs", { timeout: 240_000 }, () => {
  let host;
  // The settings of Backstage's TechDocs reader: what it adds and forbids, and that it drops frames of
  // hosts that are not listed. Source: backstage/backstage, plugins/techdocs/src/reader/transformers/html.
  const reader = (allowed) => `
    const hosts = ${JSON.stringify(allowed)};
    DOMPurify.addHook("beforeSanitizeElements", (node) => {
      if (node.nodeName !== "IFRAME") return node;
      let host = null;
      try { host = new URL(node.getAttribute("src")).host; } catch {}
      if (!hosts.includes(host)) node.remove();
      return node;
    });
    const source = new DOMParser().parseFromString(await (await fetch(new URLSearchParams(location.search).get("page"))).text(), "text/html");
    const clean = DOMPurify.sanitize(source.documentElement.innerHTML, {
      ADD_TAGS: ["link", "iframe"], FORBID_TAGS: ["style"], WHOLE_DOCUMENT: true, RETURN_DOM: true,
    });
    const root = document.querySelector("#reader").attachShadow({ mode: "open" });
    root.append(clean);
    document.body.dataset.ready = "";`;

  before(async () => {
    const frame = (address) => `<iframe src="${address}" title="Explain an error" width="100%" height="600"></iframe>`;
    site("backstage", "backstage", (yaml) => yaml.replace("  - By error code", "  - Explain an error: explain.md\n  - By error code"), {
      "explain.md": `# Explain an error\n\n${frame(`${service.url}/embed`)}\n\n${frame("http://127.0.0.1:9/embed")}\n\n<credfix-form></credfix-form>\n`,
    });
    const purify = readFileSync(new URL("node_modules/dompurify/dist/purify.min.js", import.meta.url), "utf8");
    const javascript = (body) => ({ headers: { "content-type": "text/javascript" }, body });
    host = await folder(join(work, "backstage/site"), {
      "/reader": () => ({ body: '<!doctype html><title>TechDocs</title><div id="reader"></div><script src="/purify.js"></script><script type="module" src="/reader.js"></script>' }),
      "/purify.js": javascript(purify),
      "/reader.js": javascript(reader([new URL(service.url).host])),
    });
  });
  after(() => host?.close());

  test("keeps an exported page whole", () => opened(async (page) => {
    await page.goto(`${host.url}/reader?page=/credentials-rejected/session-token-missing/`);
    await page.waitForSelector("body[data-ready]");
    const content = page.locator("#reader article");
    assert.match(await content.locator("h1").textContent(), /without their session token/);
    const text = await content.textContent();
    for (const expected of ["Fix it", "export AWS_SESSION_TOKEN=", "Check", "If it is something else", "session-token-missing"]) {
      assert.ok(text.includes(expected), expected);
    }
    await pictured(page, "TechDocs, a cause");
  }));

  test("lets the frame of a listed host in, and gives a guide there", () => opened(async (page) => {
    await page.goto(`${host.url}/reader?page=/explain/`);
    await page.waitForSelector("body[data-ready]");
    assert.equal(await page.locator("#reader iframe").count(), 1);
    assert.equal(await page.locator("#reader credfix-form").count(), 0);
    await explains(page.frameLocator("#reader iframe"));
    await pictured(page, "TechDocs, the frame");
  }));
});
