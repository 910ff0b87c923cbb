// Flow: who stands where, how long it takes, the three-month aim, places freed, and a pilot.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { database } from "../support/server.mjs";
import { isFine, steeringDemo } from "../support/steering.mjs";

describe(`flow on ${database}`, () => {
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

  const fine = () => isFine(ingrid);

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
