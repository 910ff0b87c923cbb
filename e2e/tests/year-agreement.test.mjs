// The year's agreement: a rule for neighbourhoods is looked at, mended, written down and put in force.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { WIDTHS, complaints, launchBrowser, newPage } from "../support/browser.mjs";
import { axe, hasItsFrame, noRawKeys, noSidewaysScroll } from "../support/checks.mjs";
import { demoAccounts, logIn, useLanguage } from "../support/login.mjs";
import { database, startDemo } from "../support/server.mjs";

describe(`the year's agreement on ${database}`, () => {
  let server;
  let browser;
  let ingrid;
  let heard;
  let year;

  before(async () => {
    server = await startDemo();
    browser = await launchBrowser();
    ingrid = await newPage(browser, server.url, { language: "en" });
    const account = (await demoAccounts(ingrid)).find((it) => it.login === "ingrid.waterpas");
    await logIn(ingrid, account);
    await useLanguage(ingrid, "en");
    heard = complaints(ingrid);
    year = new Date().getFullYear();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Nothing wrong with the page, wide and on a phone. */
  async function fine() {
    for (const width of [WIDTHS.wide, WIDTHS.phone]) {
      await ingrid.setViewportSize({ width, height: 900 });
      for (const check of [axe, hasItsFrame, noRawKeys, noSidewaysScroll]) {
        assert.deepEqual((await check(ingrid)) ?? [], [], `${check.name} at ${ingrid.url()}`);
      }
    }
    await ingrid.setViewportSize({ width: WIDTHS.wide, height: 900 });
  }

  test("a version shows its places by level, its associations and what is in force", async () => {
    await ingrid.goto("/steering/year");
    await fine();
    assert.ok((await ingrid.locator("section[aria-labelledby=places] details").count()) >= 2);
    assert.ok((await ingrid.locator("section[aria-labelledby=associations] tbody tr").count()) >= 2);
  });

  test("what comes of another rule is shown before anything is written down", async () => {
    await ingrid.goto(`/steering/year/${year}/new`);
    await fine();
    const row = ingrid.getByRole("row").filter({ hasText: "Neighbourhood, At most" });
    await row.locator("input[type=text]").fill("900");
    await ingrid.locator("button[value=look]").click();
    await ingrid.locator("#outcome").waitFor();
    await fine();
    await row.locator("input[type=text]").fill("10");
    await ingrid.locator("button[value=save]").click();
    await ingrid.locator("#faults li").first().waitFor();
    await fine();
    await row.locator("input[type=text]").fill("900");
    await ingrid.locator("button[value=save]").click();
    await ingrid.waitForURL(/\/steering\/year\?year=/);
    assert.ok((await ingrid.locator("section[aria-labelledby=since] tbody tr").count()) > 2);
    await fine();
  });

  test("it comes into force after a look at what changes", async () => {
    await ingrid.goto(`/steering/year/${year}/force`);
    await fine();
    const rows = ingrid.locator("section[aria-labelledby=changes] tbody tr");
    assert.ok((await rows.count()) > 2);
    await ingrid.locator("main form button").click();
    await ingrid.locator(".alert-success").waitFor();
    await ingrid.goto(`/steering/year/${year}/force`);
    assert.equal(await rows.count(), 0);
  });

  test("nothing went wrong on the way", () => {
    assert.deepEqual(heard().filter((line) => !/^422 for|status of 422/.test(line)), []);
  });
});
