// The report for the steering group: made in a moment, read on a page and on paper, by those it is for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { database } from "../support/server.mjs";
import { isFine, steeringDemo } from "../support/steering.mjs";

describe(`the report for the steering group on ${database}`, () => {
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

  test("it is made with one button, and says what changed since the last one", async () => {
    await ingrid.goto("/steering/report");
    await fine();
    const before = await ingrid.locator("ol.history > li").count();
    await ingrid.getByLabel("Note").fill("For the meeting of July.");
    await ingrid.getByRole("button", { name: "Make the report" }).click();
    await ingrid.waitForURL(/\/steering\/report\/\d+\/\d+$/);
    await fine();
    const text = await ingrid.locator("main").innerText();
    assert.match(text, /For the meeting of July\./);
    assert.match(text, /What changed since the last report/);
    assert.ok((await ingrid.locator("svg.end-bar").count()) > 10);
    await ingrid.goto("/steering/report");
    assert.equal(await ingrid.locator("ol.history > li").count(), before + 1);
    await ingrid.locator("ol.history a").first().click();
  });

  test("on paper it says the same, for the partners and for everybody", async () => {
    const here = ingrid.url();
    const waits = ingrid.waitForEvent("download");
    await ingrid.getByRole("link", { name: "As PDF" }).click();
    const paper = await waits;
    assert.match(paper.suggestedFilename(), /^report-\d+-\d+-en\.pdf$/);
    assert.equal((await readFile(await paper.path())).subarray(0, 5).toString(), "%PDF-");
    await ingrid.getByRole("link", { name: "For everybody" }).click();
    await ingrid.waitForURL(/for=public/);
    await fine();
    // In the first column stands a name, in the second what is realised: nothing from one to nine.
    const cells = await ingrid.locator("tbody tr td:nth-of-type(1)").allInnerTexts();
    assert.ok(cells.length > 10 && cells.every((it) => !/^[1-9]$/.test(it.trim())), `${cells}`);
    await ingrid.goto(here);
  });

  test("nothing went wrong on the way", () => assert.deepEqual(heard(), []));
});
