// The checks themselves: each must see the mistake it is there for, and be quiet
// about a page without one.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { WIDTHS, launchBrowser, newPage } from "../support/browser.mjs";
import { axe, hasItsFrame, keys, noRawKeys, noSidewaysScroll } from "../support/checks.mjs";
import { kindOf } from "../support/crawl.mjs";

const sound = `<!doctype html><html lang="en"><head><title>Homes</title></head>
  <body><main><h1>Homes</h1><p>Three came free. Read {these} lines.</p></main></body></html>`;

describe("the checks", () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await newPage(browser, "http://127.0.0.1", { width: WIDTHS.narrowest });
  });
  after(() => browser?.close());

  test("a sound page passes all of them", async () => {
    await page.setContent(sound);
    for (const check of [axe, noSidewaysScroll, noRawKeys, hasItsFrame]) {
      assert.deepEqual(await check(page), []);
    }
  });

  test("a box wider than the window is named", async () => {
    await page.setContent(sound.replace("<p>", '<p class="broad" style="width: 900px">'));
    const [finding] = await noSidewaysScroll(page);
    assert.match(finding, /p\.broad/);
  });

  test("a wide table that scrolls in its own box is fine", async () => {
    const table = '<div style="overflow-x: auto"><div style="width: 900px">wide</div></div>';
    await page.setContent(sound.replace("</main>", `${table}</main>`));
    assert.deepEqual(await noSidewaysScroll(page), []);
  });

  test("a field without a label is found by axe", async () => {
    await page.setContent(sound.replace("</main>", '<input type="text"></main>'));
    const findings = await axe(page);
    assert.match(findings.join("\n"), /axe label/);
  });

  test("a message key instead of words is found, and left alone where code is shown", async () => {
    const [key] = keys;
    await page.setContent(sound.replace("{these}", `"${key}".`));
    assert.deepEqual(await noRawKeys(page), [`raw key: ${key}`]);
    await page.setContent(sound.replace("{these}", `<code>${key}</code>`));
    assert.deepEqual(await noRawKeys(page), []);
  });

  test("a variable that was not filled is found", async () => {
    await page.setContent(sound.replace("{these}", "{$count}"));
    assert.deepEqual(await noRawKeys(page), ["unfilled variable: {$count}"]);
  });

  test("a page with two first headings is found", async () => {
    await page.setContent(sound.replace("</main>", "<h1>Again</h1></main>"));
    assert.deepEqual(await hasItsFrame(page), ["2 first headings instead of one"]);
  });

  test("two rounds are one kind of page and a filter is another", () => {
    const kind = (address) => kindOf(new URL(address, "http://127.0.0.1"));
    assert.equal(kind("/rounds/12/lines"), kind("/rounds/7/lines"));
    assert.equal(kind("/participants?page=2"), kind("/participants?page=3"));
    assert.notEqual(kind("/participants"), kind("/participants?group=a"));
  });
});
