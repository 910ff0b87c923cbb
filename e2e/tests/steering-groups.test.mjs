// The list of target groups: added, described otherwise, ended, gone on; and a national target as a floor.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { useLanguage } from "../support/login.mjs";
import { database } from "../support/server.mjs";
import { isFine, steeringDemo } from "../support/steering.mjs";

describe(`target groups on ${database}`, () => {
  let demo;
  let ingrid;
  let heard;
  let next;

  before(async () => {
    demo = await steeringDemo();
    ({ ingrid, heard } = demo);
    next = new Date().getFullYear() + 1;
  });

  after(async () => {
    await demo?.stop();
  });

  const fine = () => isFine(ingrid);
  const save = () => ingrid.locator("main form[data-guard] .buttons button").click();

  test("the list is found by way of the year, in two languages, with a group that ended", async () => {
    await ingrid.goto("/steering/year");
    await ingrid.locator("main a[href='/steering/groups']").first().click();
    await fine();
    const rows = ingrid.locator("main tbody tr");
    const all = await rows.count();
    assert.equal(await ingrid.locator("main tbody svg.end-bar").count(), all);
    await ingrid.locator("input[name=day]").fill(`${next}-06-01`);
    await ingrid.locator("form.filters button").click();
    await ingrid.waitForURL(/day=/);
    assert.equal(await rows.count(), all - 1);
    await useLanguage(ingrid, "nl");
    await ingrid.goto("/steering/groups");
    await fine();
    await useLanguage(ingrid, "en");
  });

  test("a group is added, with everything wrong said at its field", async () => {
    await ingrid.goto("/steering/groups/new");
    await fine();
    await save();
    await ingrid.locator("#errors li").first().waitFor();
    await fine();
    await ingrid.locator("input[name=code]").fill("after-detention");
    await ingrid.locator("input[name=name_nl]").fill("Na detentie");
    await ingrid.locator("input[name=name_en]").fill("After detention");
    await ingrid.locator("select[name=main_group]").selectOption("with-support");
    await ingrid.locator("input[name=with_support][value=yes]").check();
    await ingrid.locator("input[name=from]").fill(`${next}-01-01`);
    await ingrid.locator("input[name=ground]").fill("Decision of the steering group");
    await save();
    await ingrid.locator(".alert-success").waitFor();
    await fine();
    await ingrid.goto(`/steering/year/${next}/new`);
    assert.equal(await ingrid.locator("input[type=hidden][value=after-detention]").count(), 1);
    await ingrid.goto(`/steering/year/${next - 1}/new`);
    assert.equal(await ingrid.locator("input[type=hidden][value=after-detention]").count(), 0);
  });

  test("it is described otherwise from a day on, and that is taken back", async () => {
    await ingrid.goto("/steering/groups/after-detention/change");
    await fine();
    await ingrid.locator("input[name=name_en]").fill("Back from detention");
    await ingrid.locator("input[name=from]").fill(`${next}-07-01`);
    await ingrid.locator("input[name=ground]").fill("Decision of the steering group");
    await save();
    const periods = ingrid.locator("section[aria-labelledby=when] tbody tr");
    await ingrid.locator(".alert-success").waitFor();
    assert.equal(await periods.count(), 2);
    await fine();
    await ingrid.locator("form[action$='/back'] button").click();
    await ingrid.locator(".alert-success").waitFor();
    assert.equal(await periods.count(), 1);
  });

  test("ending a group with people in it asks to know of them, and is taken back", async () => {
    await ingrid.goto("/steering/groups/urgency/days");
    await fine();
    await ingrid.locator("input[name=until]").fill(`${next - 1}-12-31`);
    await ingrid.locator("input[name=ground]").fill("Decision of the steering group");
    await save();
    await ingrid.locator("#error-confirm").waitFor();
    await fine();
    await ingrid.locator("input[name=confirm]").check();
    await save();
    await ingrid.locator(".alert-success").waitFor();
    await fine();
    await ingrid.goto(`/steering/year/${next}/new`);
    assert.equal(await ingrid.locator("input[type=hidden][value=urgency]").count(), 0);
    await ingrid.locator(".alert-info li").first().waitFor();
    await fine();
    await ingrid.goto("/steering/groups/urgency");
    await ingrid.locator("form[action$='/reopen'] button").click();
    await ingrid.locator(".alert-success").waitFor();
  });

  test("a floor below the national target is confirmed", async () => {
    await ingrid.goto("/steering/groups/status-holders");
    assert.equal(await ingrid.locator("section[aria-labelledby=national] tbody tr").count(), 2);
    await fine();
    await ingrid.goto("/steering/groups/status-holders/national");
    await fine();
    await ingrid.goto(`/steering/year/${next}/new`);
    const row = ingrid.locator("tr").filter({ has: ingrid.locator("input[value=status-holders]") });
    const floor = row.locator("input[name$='-floor']");
    assert.equal(await floor.inputValue(), "595");
    // The ceiling of the year before lies below that: it is left open, and the row says so.
    assert.equal(await row.locator("input[name$='-ceiling']").inputValue(), "");
    assert.match(await row.innerText(), /431/);
    await floor.fill("500");
    await ingrid.locator("button[value=save]").click();
    await ingrid.locator("input[name=below]").waitFor();
    await fine();
    await ingrid.locator("input[name=below]").check();
    await ingrid.locator("button[value=save]").click();
    await ingrid.waitForURL(/\/steering\/year\?year=/);
    await fine();
  });

  test("nothing was complained about on the way", () => {
    assert.deepEqual(heard().filter((it) => !/422|409/.test(it)), []);
  });
});
