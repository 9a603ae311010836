// The newest revision of the Model Context Protocol, with its official TypeScript client: the Java SDK does not speak it yet.
//
//   mvn verify && cd src/test/browser && npm ci && node --test mcp.mjs

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { root, serve } from "./service.mjs";

const ERROR = "An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.";

let service;

before(async () => {
  service = await serve();
});
after(() => service?.close());

const transports = {
  "over HTTP": () => new StreamableHTTPClientTransport(new URL(`${service.url}/mcp`)),
  "over standard streams": () => new StdioClientTransport({ command: join(root, "credfix"), args: ["mcp"], stderr: "inherit" }),
};

for (const [name, transport] of Object.entries(transports)) {
  for (const [mode, version] of [["auto", "2026-07-28"], ["legacy", "2025-11-25"]]) {
    describe(`${name}, revision ${version}`, { timeout: 60_000 }, () => {
      const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
      before(() => client.connect(transport()));
      after(() => client.close());

      test("is what both agree on", () => assert.equal(client.getNegotiatedProtocolVersion(), version));

      test("lists the tools", async () => {
        const { tools } = await client.listTools();
        assert.deepEqual(tools.map((tool) => tool.name), ["diagnose", "list_causes", "get_cause"]);
      });

      test("calls them; the client checks results against the schemas", async () => {
        const guide = await client.callTool({ name: "diagnose", arguments: { error: ERROR, keyPrefix: "ASIA" } });
        assert.match(guide.content[0].text, /^# The temporary credentials have expired/);
        assert.equal(guide.structuredContent.causes[0].id, "credentials-expired");
        const list = await client.callTool({ name: "list_causes", arguments: { words: "clock" } });
        assert.ok(list.structuredContent.causes.some((cause) => cause.id === "clock-skew"));
        const page = await client.callTool({ name: "get_cause", arguments: { id: "clock-skew" } });
        assert.equal(page.structuredContent.id, "clock-skew");
      });

      test("is told what is wrong", async () => {
        assert.equal((await client.callTool({ name: "get_cause", arguments: { id: "no-such" } })).isError, true);
        await assert.rejects(client.callTool({ name: "no_such_tool", arguments: {} }), { code: -32602 });
      });
    });
  }
}
