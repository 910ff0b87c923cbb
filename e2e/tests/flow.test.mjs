// Flow: who stands where, how long it takes, the three-month aim, places freed, and a pilot.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { WIDTHS, complaints, launchBrowser, newPage } from "../support/browser.mjs";
import { axe, hasItsFrame, noRawKeys, noSidewaysScroll } from "../support/checks.mjs";
import { demoAccounts, logIn, useLanguage } from "../support/login.mjs";
import { database, startDemo } from "../support/server.mjs";

describe(`flow on ${database}`, () => {
  let server;
  let browser;
  let ingrid;
  let heard;

  before(async () => {
    server = await startDemo();
    browser = await launchBrowser();
    ingrid = await newPage(browser, server.url, { language: "en" });
    const account = (await demoAccounts(ingrid)).find((it) => it.login === "ingrid.waterpas");
    await logIn(ingrid, account);
    await useLanguage(ingrid, "en");
    heard = complaints(ingrid);
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

  test("every page of flow is in order, wide and on a phone", async () => {
    for (const path of ["", "/times", "/aim", "/freed?by=quarter", "/pilots"]) {
      await ingrid.goto(`/steering/flow${path}`);
      await fine();
    }
  });

  test("a number leads to as many files in the list", async () => {
    await ingrid.goto("/steering/flow");
    const link = ingrid.locator('td a[href^="/cases?view=all"]').first();
    const count = Number((await link.innerText()).split(/\s/)[0]);
    await link.click();
    assert.equal(await ingrid.locator("tbody tr").count(), Math.min(count, 50));
  });

  test("the pilot of ten says where they stand, and keeps what is written", async () => {
    await ingrid.goto("/steering/flow/pilots");
    await ingrid.locator("main h2 a").first().click();
    assert.match(await ingrid.locator("p.lead").innerText(), /Of the 10 files/);
    await fine();
    await ingrid.locator("textarea[name=note]").fill("The first keys were handed over.");
    await ingrid.getByRole("button", { name: "Write down" }).click();
    const first = ingrid.locator("section[aria-labelledby=log] ol li").first();
    assert.match(await first.innerText(), /The first keys were handed over/);
    await fine();
  });

  test("nothing was complained about on the way", () => {
    assert.deepEqual(heard(), []);
  });
});
