// What the browser tests stand on: the service, a portal of another origin, and Chromium.

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Starts `credfix serve` on a free port. */
export async function serve(environment = {}) {
  const child = spawn(join(root, "credfix"), ["serve", "--port", "0"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = [];
  child.stderr.on("data", (data) => log.push(String(data)));
  const url = await new Promise((resolve, reject) => {
    child.stdout.on("data", (data) => {
      const found = /http:\/\/\S+/.exec(String(data));
      if (found) resolve(found[0].replace(/\/$/, ""));
    });
    child.on("exit", (code) => reject(new Error(`credfix serve ended with ${code}: ${log.join("")}`)));
  });
  return { url, log, close: () => child.kill() };
}

/** A site of another origin: `pages` answers by path. */
export async function portal(pages) {
  const server = createServer(async (request, response) => {
    const page = pages[new URL(request.url, "http://portal").pathname];
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    const { status = 200, headers = {}, body } = typeof page === "function" ? await page(request) : page;
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return { url: `http://127.0.0.1:${port}`, other: `http://localhost:${port}`, close: () => server.close() };
}

/** Chromium with a profile of its own, which Playwright makes and removes. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });
}
