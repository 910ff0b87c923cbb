// The map of room and placements by keyboard and without script: one level down at a time, to the
// lists behind a part, with the same figures in the table; and the year month by month.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { newPage } from "../support/browser.mjs";
import { database } from "../support/server.mjs";
import { isFine, steeringDemo } from "../support/steering.mjs";

describe(`room and placements on ${database}`, () => {
  let demo;
  let server;
  let browser;
  let ingrid;
  let heard;

  before(async () => {
    demo = await steeringDemo();
    ({ server, browser, ingrid, heard } = demo);
  });

  after(async () => {
    await demo?.stop();
  });

  const fine = () => isFine(ingrid);

  test("from the whole city to a neighbourhood with the keyboard", async () => {
    await ingrid.goto("/steering/map?level=district");
    await fine();
    const shapes = () => ingrid.locator(".map svg a");
    assert.ok((await shapes().count()) > 1);
    for (let down = 0; down < 4; down += 1) {
      const links = ingrid.locator("section[aria-labelledby=one] a");
      if ((await links.count()) > 0 && (await shapes().locator("xpath=self::*[@aria-current]").count()) > 0) break;
      const before = ingrid.url();
      const first = shapes().first();
      assert.ok((await first.getAttribute("aria-label")).includes("per 1,000 homes"));
      await first.focus();
      await ingrid.keyboard.press("Enter");
      await ingrid.waitForURL((url) => url.href !== before);
    }
    await fine();
    const lists = ingrid.locator("section[aria-labelledby=one] a");
    assert.equal(await lists.count(), 2);
    await lists.last().click();
    await ingrid.waitForURL(/\/cases/);
  });

  test("small numbers are hidden until they are asked for, and never in the file", async () => {
    await ingrid.goto("/steering/map");
    const cells = ingrid.locator('section[aria-labelledby=figures] td[data-label="Placements"]');
    const hidden = async () => (await cells.allInnerTexts()).filter((it) => /hidden/.test(it)).length;
    assert.ok((await hidden()) > 0);
    await ingrid.locator('a[href*="exact=yes"]').first().click();
    await ingrid.waitForURL(/exact=yes/);
    assert.equal(await hidden(), 0);
    const file = await ingrid.request.get("/steering/map.csv?exact=yes");
    assert.match(await file.text(), /hidden|verborgen/);
  });

  test("the map, its years and its filters work without script", async () => {
    const bare = await browser.newContext({
      baseURL: server.url,
      javaScriptEnabled: false,
      storageState: await ingrid.context().storageState(),
    });
    try {
      const page = await bare.newPage();
      await page.goto("/steering/map?measure=room");
      assert.equal(await page.locator(".small-maps a").count(), 6);
      await page.locator(".small-maps a").first().click();
      await page.waitForURL(/year=/);
      assert.equal(await page.locator("#six").count(), 1);
    } finally {
      await bare.close();
    }
  });

  test("the year month by month, of all groups and of one", async () => {
    await ingrid.goto("/steering/months");
    await fine();
    assert.equal(await ingrid.locator("section[aria-labelledby=sum] tbody tr").count(), 12);
    await ingrid.goto("/steering/months?group=urgency");
    await fine();
  });

  test("nothing went wrong on the way", () => {
    assert.deepEqual(heard(), []);
  });
});
