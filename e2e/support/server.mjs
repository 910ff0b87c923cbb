// Starts the real binary on a database of its own and stops it again.

import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Which database the product runs on: "sqlite" or "postgres". */
export const database = process.env.SLEUTEL_E2E_DATABASE ?? "sqlite";

/** The longest a debug build may take to fill the demo city, in milliseconds. */
const READY_WITHIN = 300_000;

/**
 * The demo city, served. The same seed each time, so that tests can count on who
 * lives in it.
 *
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startDemo() {
  const program = binary();
  const port = await freePort();
  const store = database === "postgres" ? freshPostgres() : freshSqlite();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    program,
    ["demo", "--listen", `127.0.0.1:${port}`, "--database-url", store.url, "--seed", "1"],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => {
      said.push(String(bytes));
      if (said.length > 200) said.shift();
    });
  }
  const gone = once(child, "exit");

  async function stop() {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await gone;
    }
    store.remove();
  }

  try {
    await ready(url, child, said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

export function binary() {
  const folder = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
  const path = process.env.SLEUTEL_BINARY ?? join(folder, "debug", "sleutel");
  if (!existsSync(path)) throw new Error(`no binary at ${path}: run \`cargo build\` first`);
  return path;
}

function freshSqlite() {
  const folder = mkdtempSync(join(tmpdir(), "sleutel-e2e-"));
  return {
    url: `sqlite:${join(folder, "city.db")}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A new database in the cluster that `./test` has started. */
function freshPostgres() {
  const cluster = process.env.SLEUTEL_TEST_POSTGRES_URL;
  if (!cluster) throw new Error("SLEUTEL_TEST_POSTGRES_URL is not set: run `./test e2e`");
  const name = `e2e_${randomBytes(6).toString("hex")}`;
  postgresTool("createdb", `--maintenance-db=${cluster}`, name);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    remove: () => postgresTool("dropdb", "--force", `--maintenance-db=${cluster}`, name),
  };
}

function postgresTool(program, ...args) {
  const run = spawnSync(program, args, { encoding: "utf8" });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${program} failed: ${run.stderr}`);
}

export async function freePort() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export async function ready(url, child, said) {
  const end = Date.now() + READY_WITHIN;
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the demo stopped before it was ready:\n${said.join("")}`);
    }
    if (await answers(`${url}/healthz`)) return;
    await pause(100);
  }
  throw new Error(`the demo was not ready within ${READY_WITHIN / 1000} s:\n${said.join("")}`);
}

async function answers(url) {
  try {
    return (await fetch(url)).status === 200;
  } catch {
    // Not listening yet.
    return false;
  }
}
