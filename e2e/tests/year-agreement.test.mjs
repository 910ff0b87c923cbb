// The year's agreement: a rule for neighbourhoods is looked at, mended, written down and put in force.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { database } from "../support/server.mjs";
import { isFine, steeringDemo } from "../support/steering.mjs";

describe(`the year's agreement on ${database}`, () => {
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
