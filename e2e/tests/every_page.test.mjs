// Every page within reach of every demo role: it answers, it is accessible, it
// fits a window of 320 pixels, it is in words, and the browser has no complaint.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { WIDTHS, complaints, launchBrowser, newPage } from "../support/browser.mjs";
import { axe, hasItsFrame, noRawKeys, noSidewaysScroll } from "../support/checks.mjs";
import { crawl } from "../support/crawl.mjs";
import { demoAccounts, logIn, useLanguage } from "../support/login.mjs";
import { database, startDemo } from "../support/server.mjs";

/** One account for each kind of work; the others see the same pages of other homes and people. */
const ONE_OF_EACH = [
  "lotte.vermeer",
  "dewi.stroomland",
  "ingrid.waterpas",
  "nadia.wetering",
  "beheer.demo",
  "mees.kadelaar",
  "petra.leemans-kuil",
];

/** A round with a proposal, a trial and a decision, so that its pages are there to be looked at. */
async function holdARound(page) {
  await page.goto("/rounds/new");
  await page.locator('button[name="then"][value="save"]').last().click();
  await page.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
  await page.locator('form[action$="/propose"] button').click();
  const round = new URL(page.url()).pathname;
  await page.goto(`${round}/what-if`);
  const first = page.locator("tbody tr").first();
  await first.locator('input[name^="lower-"]').fill("0");
  await first.locator('input[name^="upper-"]').fill("0");
  await page.locator(".what-if-do button").first().click();
  await page.waitForURL(/\/compare/);
  await page.goto(round);
  const line = page.locator("article.line").first();
  await line.locator('input[name="reason"]').fill("Past bij de wens");
  await line.locator('button[value="agreed"]').click();
  await page.waitForLoadState("load");
}

/** Inflow that was announced and a number by hand, so that the pages of expected demand have them. */
async function expectDemand(page) {
  await page.goto("/steering/demand/announce");
  await page.locator('select[name="group"]').selectOption({ index: 1 });
  await page.locator('select[name="month"]').selectOption({ index: 3 });
  await page.locator('input[name="people"]').fill("25");
  await page.locator('input[name="reason"]').fill("Een opvang gaat dicht");
  await page.locator("form.card button").click();
  await page.waitForURL(/\/steering\/demand$/);
  await page.locator('tbody a[href^="/steering/demand/groups/"]').first().click();
  await page.locator('a[href$="/edit"]').click();
  await page.locator('input[name="expected"]').fill("210");
  await page.locator('input[name="reason"]').fill("Een opvang gaat dicht");
  await page.locator("form.card button").click();
  await page.waitForURL(/\/groups\/[^/]+\?year=/);
}

describe(`every page on ${database}`, () => {
  let server;
  let browser;
  let accounts;

  before(async () => {
    server = await startDemo();
    browser = await launchBrowser();
    const page = await newPage(browser, server.url);
    const all = await demoAccounts(page);
    accounts = ONE_OF_EACH.map((login) => all.find((it) => it.login === login));
    assert.ok(accounts.every(Boolean), "an account of the demo is gone");
    await logIn(page, accounts[0]);
    await holdARound(page);
    await page.context().close();
    const manager = await newPage(browser, server.url);
    await logIn(manager, accounts.find((it) => it.login === "ingrid.waterpas"));
    await expectDemand(manager);
    await manager.context().close();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Crawls as somebody (or as nobody) and fails with everything that is wrong. */
  async function check(account, { language, javaScript, look }) {
    const page = await newPage(browser, server.url, { language, javaScript });
    const heard = complaints(page);
    const wrong = [];
    if (account) {
      await logIn(page, account);
      await useLanguage(page, language);
    } else {
      await page.goto("/login");
    }
    heard();
    const kinds = await crawl(page, account ? "/" : "/login", async (address, kind, status) => {
      const findings = [];
      if (status >= 400) findings.push(`answers ${status}`);
      findings.push(...(await hasItsFrame(page)), ...(await noRawKeys(page)));
      findings.push(...(await look(page, kind)), ...heard());
      wrong.push(...findings.map((finding) => `${address}: ${finding}`));
    });
    await page.context().close();
    if (wrong.length) assert.fail(`${wrong.length} findings\n${wrong.join("\n")}`);
    return kinds;
  }

  /** At both ends of the widths; what axe sees differs between them. */
  async function atBothWidths(page) {
    const findings = [];
    for (const width of [WIDTHS.wide, WIDTHS.narrowest]) {
      await page.setViewportSize({ width, height: 900 });
      const found = [...(await noSidewaysScroll(page)), ...(await axe(page))];
      findings.push(...found.map((finding) => `at ${width}: ${finding}`));
    }
    await page.setViewportSize({ width: WIDTHS.wide, height: 900 });
    return findings;
  }

  async function onAPhone(page) {
    await page.setViewportSize({ width: WIDTHS.narrowest, height: 900 });
    return noSidewaysScroll(page);
  }

  /** The kinds of pages looked at so far, by language. */
  const looked = { nl: new Set(), en: new Set() };

  /**
   * Looks at a kind of page once in each language; a role's own first page always.
   * What a page looks like does not depend on the database: on PostgreSQL it is
   * enough that every page answers, in words.
   */
  const look = (language, who) => async (page, kind) => {
    const key = kind === "/" ? `/ of ${who}` : kind;
    if (database === "postgres" || looked[language].has(key)) return [];
    looked[language].add(key);
    return atBothWidths(page);
  };

  for (const language of ["nl", "en"]) {
    test(`nobody in particular, in ${language}`, async () => {
      await check(null, { language, look: look(language, "nobody") });
    });
    test(`every demo role, in ${language}`, async (t) => {
      for (const account of accounts) {
        await t.test(account.login, async () => {
          const kinds = await check(account, { language, look: look(language, account.login) });
          assert.ok(kinds.length > 1, `from the first page one can go nowhere: ${kinds}`);
        });
      }
    });
  }

  test("every demo role, without JavaScript", async (t) => {
    for (const account of accounts) {
      await t.test(account.login, async () => {
        await check(account, { language: "nl", javaScript: false, look: onAPhone });
      });
    }
  });
});
