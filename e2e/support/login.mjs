// Logging in as the people of the demo, as the log-in page itself lists them.

import assert from "node:assert/strict";

/**
 * The demo accounts on the log-in page.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{login: string, password: string}[]>}
 */
export async function demoAccounts(page) {
  await page.goto("/login");
  const accounts = await page.locator("[data-demo-login]").evaluateAll((elements) =>
    elements.map((element) => ({
      login: element.dataset.demoLogin,
      password: element.dataset.demoPassword,
    })),
  );
  assert.ok(accounts.length > 0, "the log-in page lists no demo account");
  for (const { login, password } of accounts) {
    assert.ok(login && password, "a demo account lacks its name or its pass phrase");
  }
  return accounts;
}

/**
 * Logs in through the form, as a person would.
 *
 * @param {import("playwright-core").Page} page
 * @param {{login: string, password: string}} account
 */
export async function logIn(page, { login, password }) {
  await page.goto("/login");
  const secret = page.locator('input[type="password"]');
  const form = page.locator("form").filter({ has: secret });
  await form.locator('input[type="text"], input[type="email"], input:not([type])').first().fill(login);
  await secret.fill(password);
  await form.locator('button[type="submit"], button:not([type])').first().click();
  await page.waitForURL((url) => url.pathname !== "/login");
}

/**
 * Puts the page in a language, by the page's own switch when the account's own
 * setting is another.
 *
 * @param {import("playwright-core").Page} page
 * @param {"nl" | "en"} language
 */
export async function useLanguage(page, language) {
  const lang = () => page.locator("html").getAttribute("lang");
  if ((await lang()) !== language) {
    await page.locator(`form[action="/language"] button[value="${language}"]`).first().click();
    await page.waitForLoadState("load");
  }
  assert.equal(await lang(), language, "the page is in another language than asked for");
}
