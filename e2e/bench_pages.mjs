// What a page costs: processor time a request and memory, of the real binary on a database
// that is filled already. Prints a table; judges nothing.
//
//   cargo build --release
//   cargo run --release -p sleutel-actions --example busy_city -- URL     (or busy_country)
//   SLEUTEL_BINARY=target/release/sleutel npm run bench --prefix e2e -- URL [REQUESTS]
//
// Each page is asked for a number of times by one visitor, after a few that do not count.
// Processor time is what the kernel says of the program (not of the database server, which
// is told apart where it is PostgreSQL on this machine); memory is the most it ever held.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";

import { binary, freePort, ready, root } from "./support/server.mjs";

const TICKS = 100;
const WARM = 5;

const [url, many = "200"] = process.argv.slice(2);
if (!url) {
  console.error("usage: npm run bench -- DATABASE-URL [REQUESTS]");
  process.exit(2);
}

const PASSPHRASE = process.env.SLEUTEL_BENCH_PASSPHRASE ?? "sleutel-demo-2026";
const OFFICER = "nadia.wetering";

/** Processor time of a process so far, in milliseconds. */
function cpu(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** Of all processes of the database server, ended ones not counted. */
function databaseCpu() {
  let sum = 0;
  for (const pid of readdirSync("/proc").filter((it) => /^\d+$/.test(it))) {
    try {
      if (readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres") sum += cpu(pid);
    } catch {
      // Ended while we looked.
    }
  }
  return sum;
}

const memory = (pid, what) =>
  Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);

/** A visitor who keeps cookies and follows no redirects by itself. */
class Visitor {
  constructor(base) {
    this.base = base;
    this.cookies = new Map();
  }
  async ask(path, body) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, origin: this.base, "accept-language": "nl" };
    if (body) headers["content-type"] = "application/x-www-form-urlencoded";
    const method = body ? "POST" : "GET";
    const answer = await fetch(this.base + path, { method, headers, body, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.cookies.set(name, value);
    }
    return { status: answer.status, text: await answer.text() };
  }
  async logIn(login) {
    const page = await this.ask("/login");
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const fields = new URLSearchParams({ _csrf: csrf, login, passphrase: PASSPHRASE });
    const answer = await this.ask("/login", fields.toString());
    if (answer.status !== 303) throw new Error(`${login} could not log in: ${answer.status}`);
  }
}

const port = await freePort();
const listen = `127.0.0.1:${port}`;
const child = spawn(binary(), ["serve", "--listen", listen, "--database-url", url], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
});
const gone = once(child, "exit");
try {
  await ready(`http://${listen}`, child, []);
  const started = memory(child.pid, "VmHWM");
  const visitor = new Visitor(`http://${listen}`);
  await visitor.logIn(OFFICER);
  const list = await visitor.ask("/decisions");
  const file = /href="(\/cases\/P-[^"/]+)"/.exec(list.text)?.[1];
  const forms = await visitor.ask("/forms");
  const form = /href="(\/forms\/[0-9a-f-]{36})"/.exec(forms.text)?.[1];
  if (!file || !form) throw new Error("the lists hold no file or no form: fill the city first");
  const pages = [
    ["worklist of the municipality", "/decisions"],
    ["all files under way", "/cases?view=all"],
    ["a file under way", file],
    ["forms received", "/forms"],
    ["a form", form],
    ["home page", "/"],
    ["how the year goes", "/steering"],
    ["the year month by month", "/steering/months"],
    ["map of six years", "/steering/map"],
    ["map of six years, districts", "/steering/map?level=district"],
    ["the year's agreement", "/steering/year"],
    ["expected demand", "/steering/demand"],
    ["shares by every rule", "/steering/shares"],
    ["who stands where", "/steering/flow"],
    ["time in each step", "/steering/flow/times"],
    ["the three-month aim", "/steering/flow/aim"],
    ["the ten work agreements", "/steering/agreements"],
  ];
  console.log("| page | kB | ms CPU | ms CPU database | ms in all |");
  console.log("|---|--:|--:|--:|--:|");
  for (const [name, path] of pages) {
    for (let at = 0; at < WARM; at += 1) await visitor.ask(path);
    const before = [cpu(child.pid), databaseCpu(), performance.now()];
    let bytes = 0;
    for (let at = 0; at < Number(many); at += 1) {
      const answer = await visitor.ask(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      bytes = answer.text.length;
    }
    const after = [cpu(child.pid), databaseCpu(), performance.now()];
    const each = after.map((it, at) => ((it - before[at]) / Number(many)).toFixed(2));
    console.log(`| ${name} | ${Math.round(bytes / 1000)} | ${each.join(" | ")} |`);
  }
  console.log(`\nmemory: ${started} MB once it listened, ${memory(child.pid, "VmHWM")} MB at most`);
} finally {
  child.kill("SIGTERM");
  await gone;
}
