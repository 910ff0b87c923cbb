// Steering a year: from the agreement by way of the partners and a share-out to the steering group's
// decision, which the placement rounds keep to; and a what-if that is worked out beside the pages.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { database } from "../support/server.mjs";
import { isFine, steeringDemo } from "../support/steering.mjs";

describe(`steering a year on ${database}`, () => {
  let demo;
  let ingrid;
  let heard;
  let year;

  before(async () => {
    demo = await steeringDemo();
    ({ ingrid, heard } = demo);
    year = new Date().getFullYear();
  });

  after(async () => {
    await demo?.stop();
  });

  const fine = () => isFine(ingrid);

  const number = (text) => Number(text.replace(/[^0-9]/g, ""));

  test("the year says where it ends, and the margin decides who is named", async () => {
    await ingrid.goto("/steering");
    await fine();
    const named = async (margin) => {
      await ingrid.goto(`/steering?margin=${margin}`);
      return ingrid.locator("section[aria-labelledby=early] li").count();
    };
    assert.ok((await named(5)) >= (await named(25)));
  });

  test("a new version of the agreement is written down, with what is wrong said at its field", async () => {
    await ingrid.goto("/steering/year");
    await fine();
    await ingrid.locator(`a[href="/steering/year/${year}/new"]`).click();
    await ingrid.locator("input[name=homes]").fill("3");
    await ingrid.locator("form[data-guard] button[value=save]").click();
    await ingrid.locator(".alert-error").waitFor();
    await fine();
    await ingrid.locator("input[name=homes]").fill("1790");
    await ingrid.locator("form[data-guard] button[value=save]").click();
    await ingrid.waitForURL(/\/steering\/year\?year=/);
    assert.match(await ingrid.locator("main").innerText(), /1,790 homes/);
    const asked = { has: ingrid.locator("input[type=text]") };
    const no = ingrid.locator("form[action$='/assent']").filter(asked).first();
    const before = await ingrid.locator("form[action$='/assent']").count();
    await no.locator("input[type=text]").fill("A director");
    await no.locator("button").click();
    await ingrid.locator(".alert-success").waitFor();
    assert.equal(await ingrid.locator("form[action$='/assent']").count(), before - 1);
  });

  test("the forecast of demand is a number with a band, of all groups and of each", async () => {
    await ingrid.goto("/steering/demand");
    await fine();
    await ingrid.goto("/steering/demand/groups/urgency");
    await fine();
  });

  test("the share-out made with the older version can no longer be decided", async () => {
    await ingrid.goto(`/steering/shares/${year}/1`);
    assert.equal(await ingrid.locator("button[value=decide]").count(), 0);
    await ingrid.locator("button[value=put-aside]").click();
    await ingrid.locator(".alert-success").waitFor();
  });

  test("a new share-out is put forward, decided, and kept to by the numbers of the year", async () => {
    await ingrid.goto("/steering/shares?rule=equal-helped");
    await fine();
    await ingrid.locator("form[method=post][action='/steering/shares'] button").click();
    await ingrid.waitForURL(new RegExp(`/steering/shares/${year}/2`));
    await fine();
    await ingrid.locator("button[value=decide]").click();
    await ingrid.locator(".alert-success").waitFor();
    const rows = ingrid.locator("section[aria-labelledby=effect] tbody tr");
    let sum = 0;
    for (const text of await rows.locator(".bar-text").allInnerTexts()) sum += number(text);
    assert.equal(sum, 1790);
    // What it gives is what a group can still get at most.
    for (const text of await rows.locator('td[data-label="Now at most"]').allInnerTexts()) {
      assert.ok(number(text) > 0);
    }
    for (const text of await rows.locator('td[data-label="Difference"]').allInnerTexts()) {
      assert.equal(text.trim(), "the same");
    }
  });

  test("a what-if is worked out beside the pages and says what came of it", async () => {
    await ingrid.goto("/steering/what-if/new");
    await ingrid.locator("input[name=name]").fill("Browser");
    await ingrid.locator("input[name=years]").fill("2");
    await ingrid.locator("input[name=replications]").fill("3");
    await ingrid.locator("form[method=post] button").last().click();
    await ingrid.waitForURL(/\/steering\/what-if\/[0-9a-f-]{36}/);
    await ingrid.locator("figure.band-chart").first().waitFor({ timeout: 60_000 });
    await fine();
  });

  test("a what-if gives each group a road of its own in a city that is divided", async () => {
    await ingrid.goto("/steering/what-if/new");
    await ingrid.locator("#what-if-areas").fill("Noord, Zuid");
    await ingrid.locator("form:has(#what-if-areas) button").click();
    await ingrid.waitForURL(/areas=Noord/);
    await fine();
    await ingrid.locator("input[name=name]").fill("Per groep");
    await ingrid.locator("input[name=policies][value=mixed]").check();
    await ingrid.locator("select[name=mix-young]").selectOption("housing-first");
    await ingrid.locator("input[name=years]").fill("3");
    await ingrid.locator("input[name=replications]").fill("3");
    await ingrid.locator("form[method=post] button").last().click();
    await ingrid.waitForURL(/\/steering\/what-if\/[0-9a-f-]{36}/);
    await ingrid.locator("figure.band-chart").first().waitFor({ timeout: 60_000 });
    assert.equal(await ingrid.locator("figure.band-chart", { hasText: "Zuid" }).count(), 4);
    await fine();
  });

  test("nothing went wrong on the way", () => {
    assert.deepEqual(heard().filter((line) => !/^422 for|status of 422/.test(line)), []);
  });
});
