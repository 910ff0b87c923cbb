// The system's own Chromium, with nothing fetched from elsewhere.

import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Widths in pixels that every page is looked at. */
export const WIDTHS = { wide: 1280, phone: 360, narrowest: 320 };

/** @returns {Promise<import("playwright-core").Browser>} */
export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
  });
}

/**
 * A page of its own visitor: no cookies of anybody else's.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} url where the product listens
 * @param {{language?: "nl" | "en", width?: number, javaScript?: boolean}} [choices]
 * @returns {Promise<import("playwright-core").Page>}
 */
export async function newPage(browser, url, choices = {}) {
  const { language = "nl", width = WIDTHS.wide, javaScript = true } = choices;
  const context = await browser.newContext({
    baseURL: url,
    locale: language === "nl" ? "nl-NL" : "en-GB",
    timezoneId: "Europe/Amsterdam",
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
  });
  return context.newPage();
}

/**
 * Collects what the browser complains of: errors in scripts, refusals by the
 * content security policy, files that are not there.
 *
 * @param {import("playwright-core").Page} page
 * @returns {() => string[]} what was complained of since the last call
 */
export function complaints(page) {
  let heard = [];
  page.on("pageerror", (error) => heard.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} for ${response.url()}`);
  });
  return () => {
    const now = heard;
    heard = [];
    return now;
  };
}
