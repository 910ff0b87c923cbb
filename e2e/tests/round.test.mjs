// A placement round, clicked through from the homes to the decisions, by two people.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { complaints, launchBrowser, newPage } from "../support/browser.mjs";
import { demoAccounts, logIn } from "../support/login.mjs";
import { database, startDemo } from "../support/server.mjs";

const REASON = "Past bij de wens en het netwerk";

describe(`a placement round on ${database}`, () => {
  let server;
  let browser;
  let lotte;
  let samir;
  let heard;
  let round;

  before(async () => {
    server = await startDemo();
    browser = await launchBrowser();
    lotte = await someone("lotte.vermeer");
    samir = await someone("samir.oldenkamp");
    heard = complaints(lotte);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function someone(login) {
    const page = await newPage(browser, server.url, { language: "nl" });
    const account = (await demoAccounts(page)).find((it) => it.login === login);
    assert.ok(account, `${login} is not among the demo accounts`);
    await logIn(page, account);
    return page;
  }

  const lines = (page) => page.locator("article.line");
  const propose = (page) => page.locator('form[action$="/propose"] button');

  /** Which household a home goes to on the page, by the address of its link. */
  async function householdOf(page, line) {
    const href = await page.locator(`#${line} h3 a`).first().getAttribute("href");
    return href.split("/").at(-1).split("?")[0];
  }

  test("homes are chosen and the round shows who is in, out and to be asked", async () => {
    await lotte.goto("/rounds");
    await lotte.locator('a[href="/rounds/new"]').first().click();
    const homes = await lotte.locator('input[name="vacancies"]:checked').count();
    assert.ok(homes > 100, `only ${homes} homes are ticked`);
    await lotte.locator('input[name="name"]').fill("Ronde van de proef");
    await lotte.locator('button[name="then"][value="save"]').last().click();
    await lotte.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
    round = new URL(lotte.url()).pathname;
    const figures = await lotte.locator(".figures .figure-number").allInnerTexts();
    assert.equal(figures.length, 3);
    for (const figure of figures) assert.match(figure, /^[\d.]+$/);
  });

  test("an open question is answered from the round", async () => {
    await lotte.goto(`${round}/people?standing=ask`);
    const ask = lotte.locator('a[href*="/answer/"]').first();
    const before = await lotte.locator('a[href*="/answer/"]').count();
    assert.ok(before > 0, "nobody has an open question");
    await ask.click();
    const form = lotte.locator("main form").filter({ has: lotte.locator('[name="answer"]') });
    const kind = await form.locator('[name="answer"]').first().evaluate((it) => `${it.tagName} ${it.type}`);
    if (kind.includes("radio")) await form.locator('input[name="answer"]').first().check();
    else if (kind.startsWith("SELECT")) await form.locator("select").selectOption({ index: 1 });
    else if (kind.includes("date")) await form.locator("input[name=answer]").fill("1980-05-01");
    else await form.locator("input[name=answer]").fill("3");
    await form.locator("button").last().click();
    await lotte.waitForURL((url) => url.pathname.startsWith(round));
  });

  test("a proposal is proven and gives reasons for each home", async () => {
    await lotte.goto(round);
    await propose(lotte).click();
    await lotte.locator("#lines").waitFor();
    const count = await lines(lotte).count();
    assert.ok(count >= 25, `only ${count} lines`);
    const first = lines(lotte).first();
    assert.ok((await first.locator(".why li").count()) > 0, "no reasons");
    assert.ok((await first.locator(".uses li").count()) > 0, "no share and no room");
    assert.ok((await lotte.locator("article.line details").count()) > 0, "no runners-up");
  });

  test("fifty lines stand on a page, and the address of a home finds its page", async () => {
    await lotte.goto(round);
    assert.equal(await lines(lotte).count(), 50);
    const first = await lines(lotte).first().getAttribute("id");
    await lotte.locator('.pager a[rel="next"]').click();
    await lotte.waitForURL(/page=2/);
    const id = await lines(lotte).last().getAttribute("id");
    assert.notEqual(id, first);
    await lotte.goto(`${round}?home=${id.replace("home-", "")}#${id}`);
    assert.equal(await lotte.locator(`article#${id}`).count(), 1);
    assert.match(await lotte.locator('.pager a[aria-current="page"]').innerText(), /2/);
  });

  test("another number is slid, worked out aside, and the difference is shown at once", async () => {
    await lotte.goto(`${round}/what-if`);
    const row = lotte.locator("tr", { has: lotte.locator('[data-slide^="field-upper-group-"]') }).first();
    const slider = row.locator('[data-slide^="field-upper-"]');
    const floor = row.locator('[data-slide^="field-lower-"]');
    const upper = row.locator('input[name^="upper-"]');
    const agreed = await upper.inputValue();
    await slider.focus();
    await lotte.keyboard.press("ArrowRight");
    assert.equal(await upper.inputValue(), String(Number(agreed) + 1));
    assert.notEqual(await lotte.locator("[data-changed]").innerText(), "");
    await lotte.locator('button[type="reset"]').click();
    await lotte.waitForFunction(() => document.querySelector("[data-changed]").textContent === "");
    assert.equal(await upper.inputValue(), agreed);
    for (const it of [floor, slider]) {
      await it.focus();
      await lotte.keyboard.press("Home");
    }
    assert.equal(await row.locator('input[name^="lower-"]').inputValue(), "0");
    await lotte.locator('input[name="name"]').fill("Niets voor deze groep");
    await lotte.locator(".what-if-do button").first().click();
    await lotte.waitForURL(/\/compare\?from=p1&to=t1$/);
    const words = await lotte.locator("main").innerText();
    assert.match(words, /Niets voor deze groep/);
    assert.match(words, /Krijgt geen woning meer/);
    assert.ok((await lotte.locator("figure.map svg > a").count()) > 10, "no map of differences");
    assert.ok((await lotte.locator('main a[href*="/people/"][href$="trial=1"]').count()) > 0, "no why");
  });

  test("nobody decides on a trial, and it is thrown away again", async () => {
    await lotte.goto(`${round}?trial=1`);
    assert.ok((await lines(lotte).count()) > 0);
    assert.equal(await lotte.locator("form.decide, #many").count(), 0);
    await lotte.locator('form[action$="/throw-away"] button').click();
    await lotte.waitForURL((url) => url.pathname === round);
    assert.equal(await lotte.locator('a[href*="trial=1"]').count(), 0);
    assert.ok((await lotte.locator("form.decide").count()) > 0, "the proposal is still there to decide");
  });

  test("the map says how many homes go where, and a part leads to its lines", async () => {
    await lotte.goto(`${round}/map?lines=network`);
    assert.ok((await lotte.locator("figure.map svg > a").count()) > 10);
    assert.ok((await lotte.locator(".map-line").count()) > 0, "no lines");
    const row = lotte.locator("main tbody tr").first();
    const homes = Number(await row.locator("td").first().innerText());
    await row.locator("a").first().click();
    await lotte.waitForURL(/area=/);
    assert.equal(await lines(lotte).count(), homes);
  });

  test("a forbidden pair is gone after proposing again at once", async () => {
    const id = await lines(lotte).first().getAttribute("id");
    const household = await householdOf(lotte, id);
    await lotte.locator(`#${id} .line-links a[href*="kind=ban"]`).click();
    await lotte.locator('input[name="reason"]').fill("Te dicht bij een oude bekende");
    await lotte.locator('button[name="then"][value="propose"]').click();
    await lotte.locator("#fixed").waitFor();
    if (await lotte.locator(`#${id} h3 a`).count()) {
      assert.notEqual(await householdOf(lotte, id), household);
    }
  });

  test("a pinned pair is kept", async () => {
    await lotte.goto(`${round}/fix?kind=pin&person=D-0006&vacancy=VH-10`);
    await lotte.locator('input[name="kind"][value="pin"]').check();
    await lotte.locator('input[name="person"]').fill("D-0006");
    await lotte.locator('select[name="vacancy"]').selectOption("VH-10");
    await lotte.locator('input[name="reason"]').fill("Haar moeder woont om de hoek");
    await lotte.locator('button[name="then"][value="propose"]').click();
    await lotte.locator("#fixed").waitFor();
    assert.match(await lotte.locator("#fixed + ul").innerText(), /Haar moeder woont om de hoek/);
    await lotte.goto(`${round}/people/D-0006`);
    assert.match(await lotte.locator("main").innerText(), /VH-10/);
  });

  test("the second of two coordinators is told, and nothing is overwritten", async () => {
    await lotte.goto(round);
    await samir.goto(round);
    const id = await lines(lotte).first().getAttribute("id");
    const decide = async (page, verdict) => {
      await page.locator(`#${id} form.decide input[name="reason"]`).fill(REASON);
      await page.locator(`#${id} form.decide button[value="${verdict}"]`).click();
      await page.waitForLoadState("load");
    };
    await decide(lotte, "agreed");
    assert.match(await lotte.locator(`#${id} .decided`).innerText(), /Lotte/);
    await decide(samir, "rejected");
    assert.ok((await samir.locator(".alert").count()) > 0, "the second is not told");
    await samir.goto(round);
    const decided = await samir.locator(`#${id} .decided`).innerText();
    assert.match(decided, /Lotte/);
    assert.match(decided, new RegExp(REASON));
  });

  test("somebody who proposes on what is no longer so is told", async () => {
    await samir.goto(round);
    await lotte.goto(round);
    await propose(lotte).click();
    await lotte.waitForLoadState("load");
    await propose(samir).click();
    await samir.waitForLoadState("load");
    assert.ok((await samir.locator(".alert").count()) > 0, "the second is not told");
  });

  test("several lines are turned down with one reason, and one is taken back", async () => {
    await lotte.goto(round);
    const boxes = lotte.locator('input[name="line"][type="checkbox"]');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await lotte.locator("#many-reason").fill("Eerst nog een gesprek");
    await lotte.locator('#many button[value="rejected"]').click();
    await lotte.waitForLoadState("load");
    const back = lotte.locator("article.line .decided form button");
    const before = await back.count();
    assert.ok(before >= 2, `${before} decisions can be taken back`);
    await back.first().click();
    await lotte.waitForLoadState("load");
    assert.equal(await back.count(), before - 1);
  });

  test("somebody who is not placed learns why, and what would make a difference", async () => {
    await lotte.goto(`${round}/unplaced`);
    await lotte.locator(`main a[href*="${round}/people/"]`).first().waitFor();
    await lotte.goto(`${round}/people/D-0011`);
    const words = await lotte.locator("main").innerText();
    assert.match(words, /€/, "the rent it would take is not named");
  });

  test("the round is exported as a spreadsheet and printed", async () => {
    await lotte.goto(round);
    const [download] = await Promise.all([
      lotte.waitForEvent("download"),
      lotte.locator('a[href*="export.xlsx"]').click(),
    ]);
    const bytes = readFileSync(await download.path());
    assert.equal(bytes.subarray(0, 2).toString(), "PK");
    assert.ok(bytes.length > 5_000, `${bytes.length} bytes`);
    await lotte.goto(`${round}/print`);
    assert.ok((await lotte.locator("main").innerText()).includes("VH-10"));
  });

  test("the browser had nothing to complain of", () => {
    const expected = (line) => /^(409|422) for /.test(line) || /status of (409|422)/.test(line);
    assert.deepEqual(heard().filter((line) => !expected(line)), []);
  });
});
