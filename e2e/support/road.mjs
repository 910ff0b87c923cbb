// What people do with a file on a road, as they do it: by the links and forms of its pages.

import assert from "node:assert/strict";

/** A day so many days from now, as forms take it, where the product is used. */
export function day(days = 0) {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(at);
}

/**
 * Fills in what a form asks, by the names of its fields.
 *
 * @param {import("playwright-core").Locator} form
 * @param {Record<string, string | string[]>} values
 */
export async function fill(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]:not([type="hidden"])`);
    const kind = await field.first().evaluate((it) => it.getAttribute("type") ?? it.tagName.toLowerCase());
    if (kind === "radio" || kind === "checkbox") {
      for (const one of [value].flat()) await form.locator(`[name="${name}"][value="${one}"]`).check();
    } else if (kind === "select") await field.selectOption(value);
    else await field.fill(value);
  }
}

/** The page says that it was done. */
export async function isDone(page) {
  const said = await page.locator(".alert").allInnerTexts();
  assert.equal(await page.locator(".alert-success").count(), 1, `${page.url()} says: ${said.join(" | ")}`);
}

/** Presses a button of a form and waits for the page that comes. */
export async function press(page, button) {
  await Promise.all([page.waitForEvent("load"), button.click()]);
}

/** The same, and the page that comes says that it was done. */
export async function send(page, button) {
  await press(page, button);
  await isDone(page);
}

/** Opens a file and finds the step that is open there and whose turn it is. */
export async function stands(page, file, step, turn) {
  await page.goto(`/cases/${file}`);
  const [, now] = (await page.locator("#now").innerText()).split(/:\s(.*)/s);
  assert.equal(now, step);
  const told = await page.locator('section[aria-labelledby="now"] p strong').innerText();
  assert.ok(told.includes(turn), `${file} at ${step}: “${told}” instead of the turn of ${turn}`);
}

const act = (page, file, doing) => page.locator(`main a[href="/cases/${file}/do/${doing}"]`);

/** Does something to a file by its link; `look` sees the page in between. */
export async function does(page, file, doing, values = {}, look = async () => {}) {
  if (new URL(page.url()).pathname !== `/cases/${file}`) await page.goto(`/cases/${file}`);
  await act(page, file, doing).click();
  await look(page);
  const form = page.locator("main form.card");
  await fill(form, values);
  await send(page, form.locator('button[type="submit"]'));
}

/**
 * Somebody for whom it is not: the page has no way to it, and what they send all the same
 * changes nothing.
 *
 * @param {import("playwright-core").Page} right who may
 * @param {import("playwright-core").Page[]} others who may not
 */
export async function onlyFor(right, others, file, doing, values = {}) {
  const address = `/cases/${file}/do/${doing}`;
  await right.goto(address);
  const hidden = async (name) => right.locator(`main form.card input[name="${name}"]`).inputValue();
  const known = { step: await hidden("step"), changes: await hidden("changes") };
  for (const other of others) {
    await other.goto(`/cases/${file}`);
    assert.equal(await act(other, file, doing).count(), 0, `${doing} is offered to who may not`);
    await refused(other, address, { ...known, ...values });
  }
  await right.goto(address);
  assert.equal(await hidden("changes"), known.changes, `${doing} was done by who may not`);
}

/** Sends what no page of theirs offers, and is refused. */
export async function refused(page, address, values) {
  const _csrf = await page.locator('input[name="_csrf"]').first().inputValue();
  const form = { _csrf, ...values };
  const answer = await page.request.post(address, { form, maxRedirects: 0 });
  const status = answer.status();
  assert.ok([303, 403, 404, 422].includes(status), `${address} gives ${status}`);
  if (status !== 303) return;
  // Back to a page that says why not.
  await page.goto(answer.headers().location);
  assert.equal(await page.locator(".alert-success").count(), 0, `${address} was done`);
  assert.ok((await page.locator(".alert-warning, .alert-error").count()) > 0, `${address} says nothing`);
}

/** The agreements for the home of a file, on the page of its road. */
export const agreements = (page) => page.locator('section[aria-labelledby="agreements"] > ul.plain > li');

/**
 * Completes a draft, puts it before the parties, writes their signatures down and puts it in force.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} file
 * @param {string | RegExp} kind what the page calls it
 * @param {string[]} parties who sign
 * @param {Record<string, string>} [values] what is still to be filled in
 */
export async function inForce(page, file, kind, parties, values) {
  await page.goto(`/cases/${file}`);
  await agreements(page).getByRole("link", { name: kind, exact: true }).click();
  if (values) {
    await page.locator('main a[href$="/edit"]').click();
    await fill(page.locator("main form.card"), values);
    await send(page, page.locator("main form.card .buttons button"));
  }
  await send(page, page.locator('button[name="step"][value="offer"]'));
  for (const party of parties) {
    const form = page.locator("main form", { has: page.locator('[name="party"]') });
    await fill(form, { party, by: `Namens ${party}`, on: day(), how: "on-paper" });
    await send(page, form.locator('button[value="sign"]'));
  }
  await send(page, page.locator('button[name="step"][value="start"]'));
}

/** Makes a card for the participant's own page and gives the code on it. */
export async function card(worker, file, language) {
  await worker.goto(`/participants/${file}`);
  await worker.locator(`a[href="/participants/${file}/window"]`).click();
  await worker.locator(`input[name="language"][value="${language}"]`).check();
  await press(worker, worker.locator('form[action$="/window"] button'));
  return worker.locator(".key-card-code").innerText();
}

/** Somebody opens their own page with the code of a card. */
export async function enter(phone, code) {
  await phone.goto("/my/enter");
  await phone.locator('input[name="code"]').fill(code);
  await phone.locator("main form button").click();
  await phone.waitForURL(/\/my$/);
}

/** Somebody does something at their own page, from the page that leads there. */
export async function own(phone, from, to, values = {}) {
  await phone.goto(from);
  await phone.locator(`main a[href="${to}"]`).click();
  const form = phone.locator("main form.card");
  await fill(form, values);
  await send(phone, form.locator("button"));
}

/** Waits until a form that saves itself has done so. */
export async function isSaved(page) {
  await page.waitForFunction(() => {
    const form = document.querySelector("form[data-autosave]");
    return form.querySelector("[data-saved]").textContent !== form.dataset.saving;
  });
}
