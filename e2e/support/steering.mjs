// What every test of steering begins with: the demo, and its programme manager in a browser.

import assert from "node:assert/strict";

import { WIDTHS, complaints, launchBrowser, newPage } from "./browser.mjs";
import { axe, hasItsFrame, noRawKeys, noSidewaysScroll } from "./checks.mjs";
import { demoAccounts, logIn, useLanguage } from "./login.mjs";
import { startDemo } from "./server.mjs";

/** Starts the demo and logs its programme manager in, in English; `stop` ends all of it. */
export async function steeringDemo() {
  const server = await startDemo();
  const browser = await launchBrowser();
  const stop = async () => {
    await browser.close();
    await server.stop();
  };
  const ingrid = await newPage(browser, server.url, { language: "en" });
  const account = (await demoAccounts(ingrid)).find((it) => it.login === "ingrid.waterpas");
  await logIn(ingrid, account);
  await useLanguage(ingrid, "en");
  return { server, browser, ingrid, heard: complaints(ingrid), stop };
}

/** Nothing is wrong with the page, wide and on a phone. */
export async function isFine(page) {
  for (const width of [WIDTHS.wide, WIDTHS.phone]) {
    await page.setViewportSize({ width, height: 900 });
    for (const check of [axe, hasItsFrame, noRawKeys, noSidewaysScroll]) {
      assert.deepEqual(await check(page), [], `${check.name} at ${page.url()}`);
    }
  }
  await page.setViewportSize({ width: WIDTHS.wide, height: 900 });
}
