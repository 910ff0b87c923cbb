// Walks the product from its first page by the links a person can follow.

/** Pages of one kind that are looked at: the second one finds what is only true of the first. */
const SAMES = 2;

/** A bound far above the number of kinds of pages there are. */
const MOST = 700;

/**
 * The kind of page an address leads to: codes, numbers, identifiers and target groups stand
 * for any other, and of a query only the names count.
 *
 * @param {URL} url
 */
export function kindOf(url) {
  const path = url.pathname
    .split("/")
    .map((part, at, all) =>
      /\d/.test(part) || part.length > 30 || all[at - 1] === "groups" ? ":id" : part,
    )
    .join("/");
  const names = [...new Set(url.searchParams.keys())].sort();
  // What a page is like does not depend on how many filters are on, from two.
  if (names.length > 1) return `${path}?${names[0]}&...`;
  return names.length ? `${path}?${names[0]}` : path;
}

/**
 * Calls `visit` on every kind of page within reach of the first.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} start
 * @param {(address: string, kind: string, status: number) => Promise<void>} visit
 * @returns {Promise<string[]>} the kinds of pages seen, sorted
 */
export async function crawl(page, start, visit) {
  const first = new URL(start, page.url());
  const queue = [first];
  const seen = new Set([first.href]);
  const counts = new Map();
  let visited = 0;
  while (queue.length) {
    const url = queue.shift();
    const kind = kindOf(url);
    const count = counts.get(kind) ?? 0;
    if (count >= SAMES) continue;
    visited += 1;
    if (visited > MOST) throw new Error(`more than ${MOST} pages: is an address of each its own kind?`);
    counts.set(kind, count + 1);
    const response = await page.goto(url.href);
    await visit(url.pathname + url.search, kind, response?.status() ?? 0);
    for (const next of await links(page)) {
      if (next.origin === first.origin && !seen.has(next.href)) {
        seen.add(next.href);
        queue.push(next);
      }
    }
  }
  return [...counts.keys()].sort();
}

/** The pages this page links to; what it offers to download is not a page. */
async function links(page) {
  const addresses = await page
    .locator("a[href]:not([download])")
    // A link in a picture has an `href` that is no text, so the attribute is read.
    .evaluateAll((elements) =>
      elements.map((element) => new URL(element.getAttribute("href"), document.baseURI).href),
    );
  return addresses
    .map((address) => {
      const url = new URL(address);
      url.hash = "";
      return url;
    })
    .filter((url) => url.protocol.startsWith("http"))
    .filter((url) => !/\.(xlsx|csv|json|geojson|pdf|zip|svg|txt)$/.test(url.pathname));
}
