// Proves that the browser redacts exactly as the service does: SharedVectorsTest writes what the
// service made of every vector (one JSON object a line: name, input, text, redactions), this
// repeats it with web/redact.js.
//
//   mvn -Dtest=SharedVectorsTest test && node --test src/test/js/redact.test.mjs
import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import test from "node:test";

const root = new URL("../../../", import.meta.url);
const { redact } = await import(new URL("src/main/resources/web/redact.js", root));
const shapes = JSON.parse(
  readFileSync(new URL("src/main/resources/io/credfix/redact/secret-shapes.json", root), "utf8"),
);
const vectors = process.env.CREDFIX_REDACT_VECTORS ?? new URL("target/redact-vectors.jsonl", root);

// What pages load has other names in it.
const bundle = readFileSync(new URL("target/classes/web/app.js", root), "utf8");
const shipped = new Function(`${bundle.slice(0, bundle.indexOf("const $secret_shapes"))}; return $redact_js.redact;`)();

test("what pages load gives the same for every third vector", async () => {
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(vectors) })) {
    const { name, input, text } = JSON.parse(line);
    if (count++ % 3 === 0) assert.ok(shipped(input, shapes, { maskMessage: true }).text === text, `${name}: another text`);
  }
  assert.ok(count >= 300, `${count} vectors`);
});

test("every vector comes out as from the service", async () => {
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(vectors) })) {
    const { name, input, text, redactions } = JSON.parse(line);
    const actual = redact(input, shapes, { maskMessage: true });
    // Compared without printing: a difference may show a secret-like text of thousands of characters.
    assert.ok(actual.text === text, `${name}: another text`);
    assert.deepEqual(actual.redactions, redactions, name);
    count++;
  }
  assert.ok(count >= 300, `${count} vectors`);
});

test("an encoded authorization message stays, for the service to decode", () => {
  const message = "Encoded authorization failure message: " + "Ab1-_cD2".repeat(40);
  assert.equal(redact(message, shapes).text, message);
});

test("64 KiB of anything take bounded time", () => {
  for (const piece of ["password=", "\\\"", "%25", "AKIA", "://a:b@", "-----BEGIN PRIVATE KEY-----\n", "eyJ.", "secret: '"]) {
    const start = performance.now();
    redact(piece.repeat(65536 / piece.length), shapes);
    assert.ok(performance.now() - start < 3000, piece);
  }
});
