// The participant's own window: from the card a worker makes to a home accepted on a phone, by
// somebody who has no script, in each language.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { WIDTHS, complaints, launchBrowser, newPage } from "../support/browser.mjs";
import { axe, hasItsFrame, noRawKeys, noSidewaysScroll } from "../support/checks.mjs";
import { demoAccounts, logIn } from "../support/login.mjs";
import { database, startDemo } from "../support/server.mjs";

const PAGES = ["/my", "/my/road", "/my/offer", "/my/offer/yes", "/my/offer/no", "/my/stop"];
const MORE = ["/my/plan", "/my/words", "/my/file", "/my/who-looked", "/my/key", "/my/help"];

describe(`the participant's own window on ${database}`, () => {
  let server;
  let browser;
  let mees;
  let phone;
  let heard;
  let file;

  before(async () => {
    server = await startDemo();
    browser = await launchBrowser();
    mees = await newPage(browser, server.url, { language: "nl" });
    const account = (await demoAccounts(mees)).find((it) => it.login === "mees.kadelaar");
    await logIn(mees, account);
    phone = await newPage(browser, server.url, {
      language: "nl",
      width: WIDTHS.phone,
      javaScript: false,
    });
    heard = complaints(phone);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Makes a card and reads it, as the worker does who hands it over. */
  async function card(language) {
    await mees.goto(`/participants/${file}/window`);
    await mees.locator(`input[name="language"][value="${language}"]`).check();
    await mees.locator('form[action$="/window"] button').click();
    await mees.locator(".key-card").waitFor();
    return {
      code: await mees.locator(".key-card-code").innerText(),
      door: await mees.locator(".key-card-door").innerText(),
      link: await mees.locator("#field-link").inputValue(),
      words: await mees.locator(".key-card").innerText(),
    };
  }

  async function choose(language) {
    await phone.locator(`form[action="/my/language"] button[value="${language}"]`).click();
    await phone.waitForLoadState("load");
    assert.equal(await phone.locator("html").getAttribute("lang"), language);
  }

  test("the worker finds the person with a home on offer and opens the page for keys", async () => {
    await mees.goto("/cases?view=all");
    const row = mees.locator("tbody tr", { hasText: "De woning bekijken" }).first();
    const href = await row.locator('a[href^="/cases/"]').first().getAttribute("href");
    file = href.split("/").at(-1);
    await mees.goto(`/participants/${file}`);
    await mees.locator(`a[href="/participants/${file}/window"]`).click();
    await mees.waitForURL(/\/window$/);
  });

  test("a card says in the person's language where to go, with what, and until when", async () => {
    const dutch = await card("nl");
    assert.match(dutch.code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.match(dutch.door, /\/my$/);
    assert.match(dutch.words, /Uw eigen pagina/);
    assert.ok(!dutch.words.includes(file) && !dutch.link.includes(file), "the card names the file");
    const english = await card("en");
    assert.match(english.words, /Your own page/);
    assert.notEqual(english.code, dutch.code);
    await phone.goto(dutch.link);
    await phone.locator("main form button").click();
    assert.equal(await phone.locator(".alert-error").count(), 1, "a card that was replaced works");
  });

  test("with the code on the card somebody gets in, whatever the signs between", async () => {
    const { code } = await card("nl");
    await phone.goto("/my");
    await phone.waitForURL(/\/my\/enter$/);
    await phone.locator('input[name="code"]').fill(code.toLowerCase().replaceAll("-", " "));
    await phone.locator("main form button").click();
    await phone.waitForURL(/\/my$/);
    assert.match(await phone.locator("h1").innerText(), /^Dag /);
    assert.equal(await phone.locator(".card-first").count(), 1, "the home on offer comes first");
  });

  for (const language of ["nl", "en"]) {
    test(`every page is right on a phone, in ${language}`, async () => {
      await phone.goto("/my");
      await choose(language);
      const look = await newPage(browser, server.url, { language, width: WIDTHS.phone });
      await look.context().addCookies(await phone.context().cookies());
      const wrong = [];
      for (const address of [...PAGES, ...MORE]) {
        await look.goto(address);
        const found = [...(await hasItsFrame(look)), ...(await noRawKeys(look)), ...(await axe(look))];
        for (const width of [WIDTHS.phone, WIDTHS.narrowest]) {
          await look.setViewportSize({ width, height: 800 });
          found.push(...(await noSidewaysScroll(look)));
        }
        const small = await look
          .locator("button:visible, a.button:visible, .doors a:visible")
          .evaluateAll((all) => all.filter((it) => it.getBoundingClientRect().height < 44).length);
        if (small) found.push(`${small} targets lower than 44 pixels`);
        wrong.push(...found.map((it) => `${address}: ${it}`));
      }
      await look.context().close();
      assert.deepEqual(wrong, []);
    });
  }

  test("a page weighs little", async () => {
    const sizes = [];
    phone.on("response", (it) => sizes.push(it.body().then((body) => body.length, () => 0)));
    await phone.goto("/my/road");
    const bytes = (await Promise.all(sizes)).reduce((sum, it) => sum + it, 0);
    assert.ok(bytes < 60_000, `${bytes} bytes`);
  });

  test("somebody says in their own words what they want, and the worker reads it", async () => {
    await choose("nl");
    await phone.goto("/my/words");
    await phone.locator('textarea[name="want"]').fill("Een rustige straat, met een bankje buiten.");
    await phone.locator("main form.card button").click();
    await phone.waitForLoadState("load");
    assert.match(await phone.locator(".alert-success").innerText(), /opgeslagen/);
    assert.match(await phone.locator("main").innerText(), /Door u zelf opgeschreven/);
    await mees.goto("/messages");
    assert.match(await mees.locator("main").innerText(), new RegExp(`${file} heeft zelf opgeschreven`));
  });

  test("what a no means is told before, and who looked is there to read", async () => {
    await phone.goto("/my/offer/no");
    assert.match(await phone.locator(".alert-warning").innerText(), /stopt deze weg/);
    await phone.goto("/my/who-looked");
    assert.match(await phone.locator("main").innerText(), /Mees Kadelaar/);
  });

  test("the home is accepted in English, and of two at once the second is told", async () => {
    await choose("en");
    await mees.goto(`/cases/${file}/do/answer`);
    await phone.goto("/my");
    await phone.locator('a[href="/my/offer"]').click();
    await phone.locator('a[href="/my/offer/yes"]').click();
    await phone.locator("main form.card button").click();
    await phone.waitForURL(/\/my\/road$/);
    assert.match(await phone.locator(".alert-success").innerText(), /Your answer was saved/);
    await mees.locator('input[name="outcome"][value="accepted"]').check();
    await mees.locator("form.card button[type=submit]").click();
    await mees.waitForURL(/\/cases\/[^/]+$/);
    assert.equal(await mees.locator(".alert-warning").count(), 1, "the second is not told");
    await phone.goto("/my/offer");
    assert.equal(await phone.locator('a[href="/my/offer/yes"]').count(), 0);
  });

  test("a secret of one's own opens the page again, until the worker shuts it", async () => {
    await phone.goto("/my/key");
    for (const field of ["new", "again"]) {
      await phone.locator(`input[name="${field}"]`).fill("blauwe fiets");
    }
    await phone.locator("main form.card button").click();
    await phone.locator('form[action="/my/leave"] button').click();
    await phone.waitForURL(/\/my\/enter$/);
    await phone.goto("/my/enter/own");
    await phone.locator('input[name="reference"]').fill(file.toLowerCase());
    await phone.locator('input[name="secret"]').fill("blauwe fiets");
    await phone.locator("main form.card button").click();
    await phone.waitForURL(/\/my$/);
    await mees.goto(`/participants/${file}/window`);
    await mees.locator('form[action$="/shut"] button').click();
    await mees.waitForLoadState("load");
    await phone.goto("/my/file");
    assert.equal(new URL(phone.url()).pathname, "/my/enter");
  });

  test("the browser had nothing to complain of", () => {
    assert.deepEqual(heard().filter((line) => !/^422 for|status of 422/.test(line)), []);
  });
});
