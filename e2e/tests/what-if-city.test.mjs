// What our own history says: each assumption with what it rests on, the comparison with what really
// happened, and a what-if that begins with it; wide and narrow, in both languages.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { useLanguage } from "../support/login.mjs";
import { database } from "../support/server.mjs";
import { isFine, steeringDemo } from "../support/steering.mjs";

const CITY = "/steering/what-if/city";

describe(`what our own history says on ${database}`, () => {
  let demo;
  let ingrid;
  let heard;

  before(async () => {
    demo = await steeringDemo();
    ({ ingrid, heard } = demo);
  });

  after(async () => {
    await demo?.stop();
  });

  for (const language of ["nl", "en"]) {
    test(`the page is fine in ${language}, wide and on a phone, with everything open`, async () => {
      await useLanguage(ingrid, language);
      await ingrid.goto(CITY);
      await ingrid.locator("details").evaluateAll((all) => all.forEach((it) => (it.open = true)));
      await isFine(ingrid);
    });
  }

  test("history says most of what can be counted, and why not of the rest", async () => {
    await ingrid.goto(CITY);
    const text = await ingrid.locator("main").innerText();
    assert.match(text, /Your history says something about \d+ of \d+ assumptions/);
    await ingrid.locator("details").evaluateAll((all) => all.forEach((it) => (it.open = true)));
    const all = await ingrid.locator("main").innerText();
    assert.match(all, /written down nowhere/);
    assert.match(all, /By year: /);
    const file = await ingrid.request.get(`${CITY}.csv`);
    assert.equal(file.status(), 200);
    assert.match(await file.text(), /homes\.small/);
  });

  test("it can be tried two years back", async () => {
    await ingrid.goto(CITY);
    await ingrid.locator('a[href*="test=yes"]').click();
    await ingrid.waitForURL(/test=yes/);
    await isFine(ingrid);
    assert.ok((await ingrid.locator("section[aria-labelledby=test] svg[role=img]").count()) > 0);
    assert.ok((await ingrid.locator("section[aria-labelledby=test] tbody tr").count()) >= 8);
  });

  test("a what-if begins with these figures, and a row can be put back", async () => {
    await ingrid.goto(CITY);
    await ingrid.locator('a[href$="new?from=city"]').first().click();
    await ingrid.waitForURL(/from=city/);
    await isFine(ingrid);
    await ingrid.fill('input[name="name"]', "Own history");
    await ingrid.fill('input[name="replications"]', "3");
    await ingrid.locator("details").evaluateAll((all) => all.forEach((it) => (it.open = true)));
    await ingrid.check('input[name="back-homes.small"]');
    await ingrid.locator('form[method=post][action$="/new"] .buttons button').click();
    await ingrid.waitForURL(/what-if\/[0-9a-f-]{36}/);
    assert.match(await ingrid.locator("main").innerText(), /Began with the figures/);
  });

  test("nothing went wrong on the way", () => {
    assert.deepEqual(heard(), []);
  });
});
