// The form of a service that already runs at CREDFIX_URL: behind `sam local start-api`, or deployed.
//
//   CREDFIX_URL=http://127.0.0.1:3000 node --test form.mjs

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser as launch } from "./service.mjs";

const url = process.env.CREDFIX_URL?.replace(/\/$/, "");
// Not the documented example: the page itself offers that one.
const SECRET = ["Qm3vT8xLr5", "Zk0aWc7YbN", "d2HsJf9GuE", "p4RiKo6VtX"].join("");
const ERROR = "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: "
  + "The security token included in the request is invalid.";

let chromium;

before(async () => {
  assert.ok(url, "CREDFIX_URL names the service");
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) break;
    assert.ok(attempt < 120, `${url}/health does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  chromium = await launch();
});

after(() => chromium?.close());

for (const javaScriptEnabled of [true, false]) {
  test(`gives a guide ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const context = await chromium.newContext({ javaScriptEnabled });
    context.setDefaultTimeout(60000);
    try {
      const page = await context.newPage();
      const faults = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      await page.goto(`${url}/`);
      await page.fill("#error", `export AWS_SECRET_ACCESS_KEY=${SECRET}\n${ERROR}`);
      await page.fill("#key-prefix", "ASIA");
      await page.click("form.ask button[type=submit]");
      await page.waitForSelector("article.guide");
      assert.match(await page.textContent("article.guide h1"), /Temporary credentials were sent without their session token/);
      assert.ok(!(await page.content()).includes(SECRET.slice(0, 13)));
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  });
}

test("answers the API as it answers in AWS", async () => {
  const answer = await fetch(`${url}/v1/diagnose`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ error: ERROR, keyPrefix: "AKIA" }),
  });
  assert.equal(answer.status, 200);
  const diagnosis = await answer.json();
  assert.equal(diagnosis.recognized, true);
  assert.notEqual(diagnosis.causes[0].id, "session-token-missing");

  const refusal = await fetch(`${url}/v1/diagnose`, { method: "POST", body: "{", headers: { "content-type": "application/json" } });
  assert.equal(refusal.status, 400);
  assert.match(refusal.headers.get("content-type"), /application\/problem\+json/);
});
