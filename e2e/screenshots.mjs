// Pictures of every kind of page, by role, language and width, in output/.
//
//   npm run screenshots --prefix e2e [PART OF A LOG-IN]

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { WIDTHS, launchBrowser, newPage } from "./support/browser.mjs";
import { crawl } from "./support/crawl.mjs";
import { demoAccounts, logIn, useLanguage } from "./support/login.mjs";
import { startDemo } from "./support/server.mjs";

const output = fileURLToPath(new URL("output", import.meta.url));
const wanted = process.argv[2] ?? "";

const fileName = (text) => text.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home";

const server = await startDemo();
const browser = await launchBrowser();
try {
  const visitor = await newPage(browser, server.url);
  const accounts = (await demoAccounts(visitor)).filter(({ login }) => login.includes(wanted));
  await visitor.context().close();
  for (const account of accounts) {
    for (const language of ["nl", "en"]) {
      const folder = join(output, fileName(account.login), language);
      mkdirSync(folder, { recursive: true });
      const page = await newPage(browser, server.url, { language });
      await logIn(page, account);
      await useLanguage(page, language);
      const taken = new Set();
      await crawl(page, "/", async (_address, kind) => {
        if (taken.has(kind)) return;
        taken.add(kind);
        for (const width of [WIDTHS.wide, WIDTHS.phone]) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: join(folder, `${fileName(kind)}-${width}.png`), fullPage: true });
        }
      });
      console.log(`${folder}: ${taken.size} pages`);
      await page.context().close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
