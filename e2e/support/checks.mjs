// What must hold on every page. Each check returns what it found wrong, in words
// a person can act on; an empty list means nothing is wrong.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { root } from "./server.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * WCAG 2.0, 2.1 and 2.2, levels A and AA, as far as axe can tell.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function axe(page) {
  // The content security policy forbids a script element; evaluating does not use one.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(
    async (tags) => {
      const result = await window.axe.run(document, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
      });
      return result.violations;
    },
    AXE_TAGS,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map((node) => `axe ${id}: ${help}, at ${node.target.join(" ")}: ${node.html}`),
  );
}

/**
 * Nothing makes the page wider than its window. What scrolls within its own box
 * (a wide table) is fine.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function noSidewaysScroll(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth;
    if (wide <= room) return [];
    const clipped = (element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== "visible") return true;
      }
      return false;
    };
    const name = (element) =>
      element.tagName.toLowerCase() +
      (element.id ? `#${element.id}` : "") +
      [...element.classList].map((word) => `.${word}`).join("");
    const guilty = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > room + 0.5 && !clipped(element))
      .slice(-3)
      .map(name);
    return [`sideways scroll: ${wide} wide in a window of ${room}, by ${guilty.join(", ")}`];
  });
}

/** Every message key of both languages, as far as it cannot be an ordinary word. */
export const keys = new Set(
  ["nl", "en"].flatMap((language) => {
    const folder = join(root, "locales", language);
    return readdirSync(folder)
      .filter((file) => file.endsWith(".ftl"))
      .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
      .map((line) => /^([a-z][\w-]*)\s*=/.exec(line)?.[1])
      .filter((key) => key?.includes("-"));
  }),
);

/**
 * No message key and no unfilled variable where there should be words.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function noRawKeys(page) {
  const texts = await page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement;
      // Names of files, columns and codes are shown as they are.
      if (!around.closest("code, pre, kbd, samp, script, style, template")) {
        found.push(walker.currentNode.nodeValue);
      }
    }
    for (const name of ["title", "aria-label", "placeholder", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        found.push(element.getAttribute(name));
      }
    }
    return found;
  });
  const findings = [];
  for (const text of texts) {
    for (const word of text.split(/[\s()"'“”‘’,;:!?]+/u)) {
      if (keys.has(word.replace(/\.$/, ""))) findings.push(`raw key: ${word}`);
    }
    const hole = /\{\s*\$[\w-]+\s*\}/.exec(text);
    if (hole) findings.push(`unfilled variable: ${hole[0]}`);
  }
  return [...new Set(findings)];
}

/**
 * One first heading, one main part, a title and a language.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function hasItsFrame(page) {
  return page.evaluate(() => {
    const findings = [];
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) findings.push(`${headings} first headings instead of one`);
    if (document.querySelectorAll("main").length !== 1) findings.push("not exactly one main part");
    if (!document.title.trim()) findings.push("no title");
    if (!document.documentElement.lang) findings.push("no language");
    return findings;
  });
}
