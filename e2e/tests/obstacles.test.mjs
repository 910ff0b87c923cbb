// What is in the way: put on the list, kept up, solved and back; and the work agreements it may come from.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { newPage } from "../support/browser.mjs";
import { database } from "../support/server.mjs";
import { isFine, steeringDemo } from "../support/steering.mjs";

describe(`obstacles and work agreements on ${database}`, () => {
  let demo;
  let server;
  let ingrid;
  let heard;
  let one;

  before(async () => {
    demo = await steeringDemo();
    ({ server, ingrid, heard } = demo);
  });

  after(async () => {
    await demo?.stop();
  });

  const fine = () => isFine(ingrid);

  const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  test("an obstacle is put on the list, with what is wrong said at its field", async () => {
    await ingrid.goto("/steering/obstacles");
    await fine();
    await ingrid.getByRole("link", { name: "Add an obstacle" }).click();
    await ingrid.getByLabel("What is in the way").fill("Too few lifts");
    await ingrid.getByRole("button", { name: "Save" }).click();
    assert.ok(await ingrid.locator("#errors").isVisible());
    await fine();
    await ingrid.locator("select[name=kind]").selectOption("too-few-homes");
    await ingrid.locator("input[name=due]").fill(day(2));
    await ingrid.getByRole("button", { name: "Save" }).click();
    await ingrid.waitForURL(/obstacles\/\d+$/u);
    one = new URL(ingrid.url()).pathname;
    await fine();
  });

  test("it waits on the start page of its owner", async () => {
    await ingrid.goto("/");
    assert.equal(await ingrid.locator(`a[href="${one}"]`).count(), 1);
  });

  test("of two who change it the second is told and keeps what was typed", async () => {
    await ingrid.goto(`${one}/edit`);
    const other = await ingrid.context().newPage();
    await other.goto(`${server.url}${one}/edit`);
    await other.getByLabel("What is in the way").fill("Too few lifts in the west");
    await other.getByRole("button", { name: "Save" }).click();
    await other.waitForURL(/obstacles\/\d+$/u);
    await other.close();
    await ingrid.getByLabel("What is in the way").fill("Too few lifts in the east");
    await ingrid.getByRole("button", { name: "Save" }).click();
    assert.ok(await ingrid.locator(".alert-warning").isVisible());
    assert.equal(await ingrid.getByLabel("What is in the way").inputValue(), "Too few lifts in the east");
    await fine();
    await ingrid.getByRole("button", { name: "Save" }).click();
    await ingrid.waitForURL(/obstacles\/\d+$/u);
  });

  test("progress is added, it is solved, and put back with everything still there", async () => {
    await ingrid.goto(one);
    await ingrid.locator("textarea[name=note]").fill("The association looks for lifts.");
    await ingrid.getByRole("button", { name: "Add", exact: true }).click();
    await ingrid.locator("select[name=status]").selectOption("solved");
    await ingrid.locator("textarea[name=reason]").fill("There are lifts.");
    await ingrid.getByRole("button", { name: "Save the status" }).click();
    await ingrid.getByRole("button", { name: /^Put back/u }).click();
    await ingrid.waitForLoadState();
    assert.equal(await ingrid.locator("ol.history > li").count(), 6);
    await fine();
  });

  test("the ten work agreements say how often they are kept, or why that is not known", async () => {
    await ingrid.goto("/steering/agreements");
    assert.equal(await ingrid.locator("tbody tr").count(), 10);
    await fine();
    for (const number of [1, 4, 6]) {
      await ingrid.goto(`/steering/agreements/${number}`);
      await fine();
    }
    await ingrid.goto("/steering/agreements/4/files");
    await fine();
    await ingrid.goto("/steering/agreements/4/target");
    await ingrid.locator("input[name=percent]").fill("90");
    await ingrid.locator("input[name=reason]").fill("Agreed in the steering group");
    await ingrid.getByRole("button", { name: "Save" }).click();
    await ingrid.waitForURL(/agreements\/4\?/u);
    assert.match(await ingrid.locator("main").innerText(), /90%/u);
    assert.deepEqual(heard().filter((it) => !/409|422/.test(it)), []);
  });
});
