// The three roads, walked from the first conversation to the keys by the people whose turn it is:
// the support worker, the municipality, the housing association and the resident, who has a phone
// and no script. On the way a refusal, an objection, a hand-over, a home that is declined and
// somebody who stops.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { WIDTHS, complaints, launchBrowser, newPage } from "../support/browser.mjs";
import { axe, hasItsFrame, noRawKeys, noSidewaysScroll } from "../support/checks.mjs";
import { demoAccounts, logIn, useLanguage } from "../support/login.mjs";
import {
  agreements,
  card,
  day,
  does,
  enter,
  fill,
  inForce,
  isDone,
  isSaved,
  onlyFor,
  own,
  press,
  refused,
  send,
  stands,
} from "../support/road.mjs";
import { database, startDemo } from "../support/server.mjs";

const NAMES = {
  mees: "mees.kadelaar",
  fatima: "fatima.lindhout",
  dewi: "dewi.stroomland",
  lotte: "lotte.vermeer",
  nadia: "nadia.wetering",
  petra: "petra.leemans-kuil",
  youssef: "youssef.papiermaker",
};

/** The consultants of these two have an account. */
const ASSOCIATIONS = ["wendelhuis", "papiermolen"];

/** Tests that go on from one another: where one fails, what comes after it is left out. */
function walked() {
  let stopped = false;
  return (name, ...rest) => {
    const act = rest.pop();
    test(name, ...rest, async (t) => {
      if (stopped) return t.skip("the road stopped before");
      stopped = true;
      await act();
      stopped = false;
    });
  };
}

describe(`three roads on ${database}`, () => {
  let server;
  let browser;
  /** Households of the worker that are ready for a home and on no road. */
  let waiting;
  /** The round, and which association each of its homes is of. */
  let round;
  const homes = new Map();
  const heard = [];
  const accounts = new Map();
  const people = {};
  let dewi, fatima, lotte, mees, nadia, petra, youssef;

  before(async () => {
    server = await startDemo();
    browser = await launchBrowser();
    const door = await newPage(browser, server.url);
    for (const it of await demoAccounts(door)) accounts.set(it.login, it);
    for (const [name, login] of Object.entries(NAMES)) {
      people[name] = await newPage(browser, server.url);
      await logIn(people[name], accounts.get(login));
      heard.push(complaints(people[name]));
    }
    ({ dewi, fatima, lotte, mees, nadia, petra, youssef } = people);
    waiting = await ready(mees);
    await aRound();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Those for whom nothing is open, of one or two people. */
  async function ready(worker) {
    await worker.goto("/participants?readiness=ready&worker=mees.kadelaar");
    const found = await worker.locator("main tbody tr").evaluateAll((rows) =>
      rows
        .map((row) => ({
          people: row.querySelector("td.number").innerText.trim(),
          href: row.querySelector("a").getAttribute("href"),
        }))
        .filter(({ people }) => ["1", "2"].includes(people)),
    );
    const files = [];
    for (const { href, people } of found) {
      await worker.goto(href);
      const file = href.split("/").at(-1);
      const free = await worker.locator(`#begin-title + p a[href="/cases/${file}/begin"]`).count();
      const told = await worker.locator("#open-title, #alike-title, .alert").count();
      const begun = await worker.locator('[aria-labelledby="road-title"] details').count();
      if (free && !begun && !told) files.push({ file, people: Number(people) });
    }
    return files;
  }

  async function aRound() {
    await lotte.goto("/rounds/new");
    await lotte.locator('button[value="none"]').click();
    for (const association of ASSOCIATIONS) {
      await lotte.locator('select[name="association"]').selectOption(association);
      await lotte.locator('button[value="all"]').click();
    }
    const rows = await lotte.locator("tr[data-association]").evaluateAll((them) =>
      them.map((it) => [it.querySelector("input[type=checkbox]").value, it.dataset.association]),
    );
    for (const [home, association] of rows) homes.set(home, association);
    await lotte.locator('input[name="name"]').fill("Drie wegen");
    await lotte.locator('button[name="then"][value="save"]').last().click();
    await lotte.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
    round = new URL(lotte.url()).pathname;
  }

  /** The homes of the round that fit a household by every rule. */
  async function fitting(file) {
    await lotte.goto(`${round}/people/${file}`);
    const fit = lotte.locator("tr[id^=home-]:has(.badge-good):has(a[href*='kind=pin'])");
    return fit.evaluateAll((rows) => rows.map((it) => it.id.replace("home-", "")));
  }

  /** The next household, of at most so many people, for which there is a choice of homes. */
  async function nextHousehold(most = 2) {
    for (const it of waiting.filter(({ people }) => people <= most)) {
      waiting.splice(waiting.indexOf(it), 1);
      if ((await fitting(it.file)).length >= 4) return it.file;
    }
    throw new Error("no household is left that is ready, on no road, and fits some homes");
  }

  /** The coordinator keeps a home for a household in the round and agrees; gives the home and who lets it. */
  async function agree(file) {
    for (const home of (await fitting(file)).slice(0, 4)) {
      await lotte.goto(`${round}/people/${file}`);
      await lotte.locator(`#home-${home} a[href*="kind=pin"]`).click();
      await lotte.locator('input[name="reason"]').fill("Past bij wat dit huishouden zoekt");
      await press(lotte, lotte.locator('button[name="then"][value="propose"]'));
      await lotte.goto(`${round}?home=${home}`);
      const line = lotte.locator(`#home-${home}`);
      // A pin goes before no limit: where one was reached, another home is tried.
      if (!(await line.locator(`h3 a[href*="/people/${file}"]`).count())) continue;
      await line.locator('form.decide input[name="reason"]').fill("Past bij de wens");
      await send(lotte, line.locator('form.decide button[value="agreed"]'));
      const [lets, other] = homes.get(home) === ASSOCIATIONS[0] ? [petra, youssef] : [youssef, petra];
      return { home, lets, other };
    }
    throw new Error(`no home can be kept for ${file}`);
  }

  /** What must be right on a page passed that no crawl reaches. */
  async function looks(page) {
    const found = [...(await hasItsFrame(page)), ...(await noRawKeys(page)), ...(await axe(page))];
    const { width } = page.viewportSize();
    for (const wide of [width, WIDTHS.narrowest]) {
      await page.setViewportSize({ width: wide, height: 900 });
      found.push(...(await noSidewaysScroll(page)));
    }
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(found, [], page.url());
  }

  /** The phone of a resident, without script. */
  async function aPhone(language) {
    const phone = await newPage(browser, server.url, { language, width: WIDTHS.phone, javaScript: false });
    heard.push(complaints(phone));
    return phone;
  }

  /** The worker puts a household on a road and gives the resident a card. */
  async function begins(file, route, phone, language) {
    await mees.goto(`/participants/${file}`);
    await mees.locator(`a[href="/cases/${file}/begin"]`).click();
    await fill(mees.locator("main form.card"), { route });
    await send(mees, mees.locator("main form.card button"));
    await enter(phone, await card(mees, file, language));
  }

  /** The same of a page of the resident's own, in a browser that can look. */
  async function looksOnPhone(phone, address) {
    const look = await newPage(browser, server.url, { width: WIDTHS.phone });
    await look.context().addCookies(await phone.context().cookies());
    await look.goto(address);
    await looks(look);
    await look.context().close();
  }

  /** A plan with one goal, put before everybody. */
  async function aPlan(worker, file, more = {}) {
    await worker.goto(`/participants/${file}/plan`);
    await worker.locator(".empty a.button").click();
    await fill(worker.locator("main form"), {
      "goal-1-what": "Twee dagen in de week in de fietsenmakerij.",
      "goal-1-area": "day",
      "goal-1-audience": "condition",
      "goal-1-own_part": "Ik bel zelf.",
      "goal-1-sign": "Ik heb een rooster.",
      ...more,
    });
    await send(worker, worker.locator("main form .buttons button").last());
    await send(worker, worker.locator('form[action$="/propose"] button'));
  }

  async function agreesWithPlan(page, file, party) {
    await page.goto(`/participants/${file}/plan`);
    await page.locator(`main a[href$="/answer/${party}"]`).click();
    await fill(page.locator("main form.card"), { answer: "yes" });
    await send(page, page.locator("main form.card .buttons button"));
  }

  /** On this road the resident ends the step about where to live, once the three questions were asked. */
  async function wishes(file, phone) {
    await does(mees, file, "fact", { fact: "questions-asked" });
    await does(mees, file, "fact", { fact: "household-known" });
    await onlyFor(mees, [nadia], file, "step", { outcome: "done" });
    await looksOnPhone(phone, "/my/step");
    await own(phone, "/my/road", "/my/step", { outcome: "done", reason: "Near my sister." });
  }

  /** The lines before the move that somebody may change and that are not arranged yet. */
  async function toArrange(page, file) {
    await page.goto(`/participants/${file}/basics`);
    const open = page.locator("main tbody tr:has(.badge-attention, .badge-neutral) td a");
    return open.evaluateAll((them) => them.map((it) => it.getAttribute("href")));
  }

  /** Writes down that lines are arranged: those somebody may change, less `but`; gives how many. */
  async function arranges(page, file, but = []) {
    const lines = (await toArrange(page, file)).filter((it) => !but.includes(it));
    for (const href of lines) {
      await page.goto(href);
      await fill(page.locator("main form.card"), { state: "arranged" });
      await send(page, page.locator("main form.card .buttons button"));
    }
    return lines.length;
  }

  /** A home that was given back is kept for who came next until a coordinator says so, or free. */
  async function isFree(file, home, readiness, free) {
    await mees.goto(`/participants/${file}`);
    assert.match(await mees.locator("main > p .badge").first().innerText(), new RegExp(`^${readiness}`));
    await lotte.goto("/next-homes");
    const next = lotte.locator("form.card", { hasText: home });
    if (await next.count()) {
      await looks(lotte);
      await fill(next, { reason: "Eerst nog eens naar deze woning kijken." });
      await send(lotte, next.locator('button[value="no"]'));
    } else {
      await lotte.goto(`/homes?q=${home}`);
      assert.match(await lotte.locator("tbody td").last().innerText(), new RegExp(free));
    }
  }

  /** Where a file has come to, for who supports the household and at the resident's own page. */
  async function shown(worker, phone, file, step, names) {
    await worker.goto(`/cases/${file}`);
    const told = await worker.locator(".history").innerText();
    for (const name of names) assert.match(told, new RegExp(name));
    await worker.goto(`/participants/${file}`);
    assert.match(await worker.locator("#road-title").innerText(), new RegExp(step));
    await phone.goto("/my/road");
    assert.match(await phone.locator("#now").innerText(), new RegExp(step));
    await looksOnPhone(phone, "/my/road");
  }

  /** A form of the open step, from its first answer to the answer that it was sent. */
  async function sendsForm(worker, colleague, file, answers) {
    await worker.goto(`/cases/${file}`);
    await press(worker, worker.locator(".step-form form button"));
    const form = worker.locator("form.form-fill");
    await fill(form, answers);
    await isSaved(worker);
    await send(worker, form.locator('button[name="then"][value="done"]'));
    await takes(worker, "ask-check");
    const { pathname } = new URL(worker.url());
    // Whoever filled it in does not check it.
    const version = await worker.locator('form.step input[name="version"]').first().inputValue();
    await refused(worker, `${pathname}/step`, { version, act: "approve" });
    await colleague.goto(`/forms?q=${file}`);
    await colleague.locator(`main a[href="${pathname}"]`).click();
    await takes(colleague, "approve");
    await worker.goto(pathname);
    await takes(worker, "send", { "ends-step": "yes" });
    return pathname;
  }

  /** A step of a form, by its button. */
  async function takes(page, act, values = {}) {
    const form = page.locator("form.step", { has: page.locator(`button[value="${act}"]`) });
    await fill(form, values);
    await send(page, form.locator("button"));
  }

  describe("Omslag Amsterdam, in Dutch", () => {
    const goes = walked();
    let file;
    let phone;
    /** The consultant whose home it is, and one whose it is not. */
    let lets, other;

    before(async () => {
      for (const page of Object.values(people)) await useLanguage(page, "nl");
      // The application asks more of two.
      file = await nextHousehold(1);
      phone = await aPhone("nl");
    });

    goes("the worker begins the road, and nobody else does", async () => {
      await nadia.goto("/cases");
      await refused(nadia, `/cases/${file}/begin`, { route: "omslag-amsterdam" });
      await mees.goto(`/participants/${file}`);
      await mees.locator(`a[href="/cases/${file}/begin"]`).click();
      await looks(mees);
      await fill(mees.locator("main form.card"), { route: "omslag-amsterdam" });
      await send(mees, mees.locator("main form.card button"));
      await stands(mees, file, "Onderzoek vooraf", "Zorgaanbieder");
      assert.equal(await petra.goto(`/cases/${file}`).then((it) => it.status()), 404);
    });

    goes("the resident gets a card and sees the first step on a phone", async () => {
      await enter(phone, await card(mees, file, "nl"));
      await phone.goto("/my/road");
      assert.match(await phone.locator("#now").innerText(), /Onderzoek vooraf/);
      assert.equal(await phone.locator('a[href="/my/step"]').count(), 0, "it is not their step");
      await refused(phone, "/my/step", { outcome: "done" });
    });

    goes("what is so is written down, and the step ends by whose it is", async () => {
      for (const fact of ["questions-asked", "household-known", "person-agrees"]) {
        await does(mees, file, "fact", { fact });
      }
      await onlyFor(mees, [nadia], file, "step", { outcome: "done" });
      await does(mees, file, "step", { outcome: "done" });
      await stands(mees, file, "Aanvraag urgentie onder voorwaarden", "Zorgaanbieder");
    });

    goes("the application is filled in, checked by a colleague and sent, and ends the step", async () => {
      const look = day(90);
      assert.equal(await mees.locator(`a[href="/cases/${file}/do/step"]`).count(), 0);
      const form = await sendsForm(mees, dewi, file, {
        "access-route": "shelter-adults",
        "under-26": "no",
        partner: "no",
        divorce: "none",
        income: ["benefit"],
        debts: "no-debts",
        fines: "no",
        "income-managed": "no",
        stairs: "any",
        "avoid-area": "no",
        papers: ["identity", "placement"],
        "registration-number": "HZ-2026-1",
        "registration-until": day(400),
        contact: "Mees Kadelaar, 020 000 00 00",
        "day-goal": "Twee dagen in de week in de fietsenmakerij.",
        "day-goal-by": look,
        "social-goal": "Elke week eten bij mijn zus.",
        "social-goal-by": look,
        "balance-goal": "Op tijd slapen en buiten lopen.",
        "balance-goal-by": look,
        "money-goal": "Elke maand iets over.",
        "money-goal-by": look,
        "agreed.name": "De aanvrager",
        "agreed.on": day(),
      });
      await stands(mees, file, "Besluit over urgentie", "Gemeente");
      await nadia.goto(`/forms?q=${file}`);
      await nadia.locator(`main a[href="${form}"]`).click();
      await takes(nadia, "receive");
    });

    goes("the officer refuses with reasons, and nobody but the officer decides", async () => {
      await nadia.goto(`/decisions?q=${file}`);
      await nadia.locator(`main a[href="/cases/${file}"]`).click();
      await onlyFor(nadia, [mees, lotte], file, "decide", { outcome: "refused", reason: "Nee" });
      await does(nadia, file, "decide", { outcome: "refused", reason: "Er is te weinig over het inkomen bekend." }, looks);
      await mees.goto(`/cases/${file}`);
      assert.match(await mees.locator("#now").innerText(), /Afgelopen op .*: Einde: afgewezen/);
      assert.match(await mees.locator("#decisions + .card").innerText(), /te weinig over het inkomen/);
    });

    goes("the resident objects on the phone, and the objection is upheld", async () => {
      await phone.goto("/my/road");
      assert.match(await phone.locator("main").innerText(), /te weinig over het inkomen/);
      const [href] = await phone.locator('a[href^="/my/object/"]').evaluateAll((them) =>
        them.map((it) => it.getAttribute("href")),
      );
      await looksOnPhone(phone, href);
      await own(phone, "/my/road", href, { reason: "Mijn uitkering is net toegekend." });
      assert.match(await phone.locator("main").innerText(), /U hebt bezwaar gemaakt/);
      assert.match(await phone.locator("#now + p").innerText(), /gemeente/, "it is nobody's turn");
      assert.equal(await phone.locator('a[href^="/my/object/"]').count(), 0);
      await onlyFor(nadia, [mees, lotte], file, "answer-objection", { outcome: "upheld", reason: "Ja" });
      await nadia.goto(`/decisions?q=${file}`);
      await nadia.locator(`main a[href="/cases/${file}"]`).click();
      assert.match(await nadia.locator(".history").innerText(), /Mijn uitkering is net toegekend/);
      await nadia.goto(`/cases/${file}/do/answer-objection`);
      const against = await nadia.locator('[aria-labelledby="objected"]').innerText();
      assert.match(against, /te weinig over het inkomen/);
      assert.match(against, /Mijn uitkering is net toegekend/);
      await does(nadia, file, "answer-objection", { outcome: "upheld", reason: "Met dit papier klopt het." }, looks);
      await stands(nadia, file, "Besluit over urgentie", "Gemeente");
      const granted = { outcome: "granted-under-conditions", reason: "Nu is het volledig.", conditions: "De vier doelen van de aanvraag." };
      await does(nadia, file, "decide", granted);
      await stands(mees, file, "Intake en plan", "Zorgaanbieder");
    });

    goes("in the middle the file is handed over to a colleague", async () => {
      await dewi.goto(`/participants/${file}`);
      await dewi.locator('.road-acts a[href*="/colleagues/hand-over"]').click();
      await looks(dewi);
      const form = dewi.locator('main form[action="/colleagues/hand-over"]');
      const to = form.locator("select").first();
      await to.selectOption({ label: await to.locator("option", { hasText: "Fatima" }).innerText() });
      await form.locator('[name="note"]').fill("Het plan is nog te maken.");
      await press(dewi, form.locator(".buttons button"));
      assert.match(new URL(dewi.url()).pathname, /^\/colleagues\/hand-over\/[0-9a-f-]{36}$/);
      await looks(dewi);
      await fatima.goto("/messages");
      assert.match(await fatima.locator("main").innerText(), new RegExp(`Dossier ${file} staat nu op uw naam`));
      await fatima.goto(`/participants/${file}`);
      assert.match(await fatima.locator('[aria-labelledby="about-title"]').innerText(), /Fatima Lindhout/);
      await fatima.goto(`/participants/${file}/history`);
      assert.match(await fatima.locator("main").innerText(), /Het plan is nog te maken/);
    });

    goes("the new worker makes the plan, and everybody in it agrees with it", async () => {
      await stands(fatima, file, "Intake en plan", "Zorgaanbieder");
      assert.equal(await fatima.locator(`a[href="/cases/${file}/do/step"]`).count(), 0, "no step without a plan");
      await aPlan(fatima, file, { parties: ["municipality"] });
      await agreesWithPlan(fatima, file, "provider");
      await phone.goto("/my/plan");
      await fill(phone.locator("main form.card"), { answer: "yes" });
      await send(phone, phone.locator("main form.card button"));
      await fatima.goto(`/cases/${file}`);
      assert.equal(await fatima.locator(`a[href="/cases/${file}/do/step"]`).count(), 0, "the municipality is in it too");
      await agreesWithPlan(nadia, file, "municipality");
      await stands(fatima, file, "Intake en plan", "Zorgaanbieder");
      await onlyFor(fatima, [nadia], file, "step", { outcome: "done" });
      await does(fatima, file, "step", { outcome: "done" });
      await stands(fatima, file, "Passende woning zoeken", "Woningcorporatie");
    });

    goes("a home is kept for the household in the round, and is on offer", async () => {
      assert.equal(await petra.goto(`/cases/${file}`).then((it) => it.status()), 404);
      ({ lets, other } = await agree(file));
      await stands(fatima, file, "De woning bekijken", "Zorgaanbieder");
      await stands(lets, file, "De woning bekijken", "Zorgaanbieder");
    });

    goes("the association plans the viewing, and the provider ends it", async () => {
      await onlyFor(lets, [other], file, "viewing", { day: day(3), time: "10:30", place: "Deur" });
      await does(lets, file, "viewing", { day: day(3), time: "10:30", place: "Bij de voordeur" }, looks);
      await phone.goto("/my/offer");
      assert.match(await phone.locator("main").innerText(), /Bij de voordeur/);
      await onlyFor(fatima, [lets, nadia], file, "step", { outcome: "done" });
      await does(fatima, file, "step", { outcome: "done" });
      await stands(fatima, file, "Ja of nee tegen de woning", "Deelnemer");
    });

    goes("the resident says yes on the phone", async () => {
      await onlyFor(fatima, [lets, nadia], file, "answer", { outcome: "accepted" });
      await phone.goto("/my");
      await phone.locator('a[href="/my/offer"]').click();
      await own(phone, "/my/offer", "/my/offer/yes");
      await stands(fatima, file, "Huurcontract op naam van de zorgaanbieder", "Zorgaanbieder");
    });

    goes("the agreements that began by themselves are completed, signed and put in force", async () => {
      await fatima.goto(`/cases/${file}`);
      assert.equal(await agreements(fatima).count(), 3);
      assert.equal(await fatima.locator(`a[href="/cases/${file}/do/step"]`).count(), 0, "nothing is signed yet");
      // The association opens the lease it is a party to, and reads of the others that they are there.
      const [, use] = await agreements(fatima).locator("a").evaluateAll((them) => them.map((it) => it.href));
      await lets.goto(`/cases/${file}`);
      assert.equal(await agreements(lets).count(), 3);
      assert.equal(await agreements(lets).locator("a").count(), 1);
      assert.equal(await lets.goto(use).then((it) => it.status()), 404);
      await inForce(lets, file, "Tussenhuur", ["association", "provider"], { rent_service: "12,50" });
      await inForce(fatima, file, "Gebruiksovereenkomst", ["provider", "resident"]);
      await inForce(fatima, file, "Begeleidingsovereenkomst", ["provider", "resident"]);
      await stands(fatima, file, "Huurcontract op naam van de zorgaanbieder", "Zorgaanbieder");
      assert.equal(await agreements(fatima).locator(".badge", { hasText: "Loopt" }).count(), 3);
    });

    goes("lease, support and keys follow, each ended by whose turn it is", async () => {
      await onlyFor(fatima, [lets, nadia], file, "step", { outcome: "done" });
      await does(fatima, file, "step", { outcome: "done" });
      await stands(fatima, file, "Afspraken over begeleiding", "Zorgaanbieder");
      await onlyFor(fatima, [lets, nadia], file, "step", { outcome: "done" });
      await does(fatima, file, "step", { outcome: "done" });
      await stands(fatima, file, "Sleutel en verhuizing", "Zorgaanbieder");
      assert.equal(await fatima.locator(`a[href="/cases/${file}/do/step"]`).count(), 0, "the basics are not in order");
      await does(fatima, file, "fact", { fact: "basics-ready" });
      await onlyFor(fatima, [lets, nadia], file, "step", { outcome: "done" });
      await does(fatima, file, "step", { outcome: "done" });
      await stands(fatima, file, "Kennismaken met de corporatie", "Zorgaanbieder");
      await looks(fatima);
    });

    goes("the page of the participant, the timeline and the resident's own page show it", async () => {
      const names = ["Mees Kadelaar", "Nadia Wetering", "Lotte Vermeer", "Fatima Lindhout"];
      await shown(fatima, phone, file, "Kennismaken met de corporatie", names);
      assert.match(await phone.locator(".steps").innerText(), /Sleutel en verhuizing\s+gedaan/);
      await looksOnPhone(phone, "/my/road");
    });
  });

  describe("Compact triangle Haarlem, in English", () => {
    const goes = walked();
    let file;
    let phone;
    let home, lets, other;

    before(async () => {
      for (const page of Object.values(people)) await useLanguage(page, "en");
      file = await nextHousehold();
      phone = await aPhone("en");
    });

    goes("worker and resident talk, and the municipality meets the others", async () => {
      await begins(file, "driehoek-haarlem", phone, "en");
      await stands(mees, file, "First conversation", "Care provider");
      await does(mees, file, "fact", { fact: "questions-asked" });
      await does(mees, file, "step", { outcome: "done" });
      await stands(nadia, file, "The triangle meets", "Municipality");
      await nadia.locator(`a[href="/cases/${file}/do/step"]`).click();
      assert.equal(await nadia.locator('input[value="done"]').count(), 0, "the household is not known yet");
      await looks(nadia);
      for (const fact of ["household-known", "person-agrees"]) await does(mees, file, "fact", { fact });
      await onlyFor(nadia, [mees, petra], file, "step", { outcome: "done" });
      await does(nadia, file, "step", { outcome: "done" });
      await stands(mees, file, "Looking for a suitable home", "Housing association");
    });

    goes("the resident sees a home and says no on the phone, knowing what that means", async () => {
      ({ home, lets, other } = await agree(file));
      await stands(lets, file, "Seeing the home", "Housing association");
      await does(lets, file, "viewing", { day: day(2), time: "14:00", place: "At the front door" });
      await onlyFor(lets, [mees, nadia], file, "step", { outcome: "done" });
      await does(lets, file, "step", { outcome: "done" });
      await stands(mees, file, "Yes or no to the home", "Participant");
      await looksOnPhone(phone, "/my/offer/no");
      await phone.goto("/my/offer/no");
      assert.match(await phone.locator(".alert-warning").innerText(), /1 other home/);
      await own(phone, "/my/offer", "/my/offer/no", { reason: "Too far from my sister." });
      assert.match(await phone.locator("#now").innerText(), /Looking for a suitable home/);
    });

    goes("another home is looked for, and the first one is for somebody else", async () => {
      await stands(mees, file, "Looking for a suitable home", "Housing association");
      assert.match(await mees.locator(".history").innerText(), /Too far from my sister/);
      assert.equal(await lets.goto(`/cases/${file}`).then((it) => it.status()), 404);
      await mees.goto("/messages");
      assert.match(await mees.locator("main").innerText(), new RegExp(`The person of file ${file} answered about a home`));
      assert.equal(await mees.goto("/next-homes").then((it) => it.status()), 403);
      await isFree(file, home, "Ready for a home", "Free");
    });

    goes("another home is accepted", async () => {
      ({ home, lets, other } = await agree(file));
      await stands(lets, file, "Seeing the home", "Housing association");
      assert.equal(await other.goto(`/cases/${file}`).then((it) => it.status()), 404);
      await does(lets, file, "viewing", { day: day(4), time: "09:15", place: "At the gate" });
      await does(lets, file, "step", { outcome: "done" });
      await looksOnPhone(phone, "/my/offer/yes");
      await own(phone, "/my/offer", "/my/offer/yes");
      await stands(mees, file, "Temporary lease", "Housing association");
    });

    goes("the association ends the lease step once the lease was signed", async () => {
      await lets.goto(`/cases/${file}`);
      assert.equal(await lets.locator(`a[href="/cases/${file}/do/step"]`).count(), 0, "nothing is signed yet");
      await inForce(lets, file, "Temporary lease", ["association", "resident"], { ground: "shelter" });
      await onlyFor(lets, [mees, nadia], file, "step", { outcome: "done" });
      await does(lets, file, "step", { outcome: "done" });
      await stands(mees, file, "Support agreement", "Care provider");
    });

    goes("support is agreed with a plan, and the provider ends its step", async () => {
      await aPlan(mees, file, { "goal-1-audience": "care" });
      await agreesWithPlan(mees, file, "provider");
      await phone.goto("/my/plan");
      await fill(phone.locator("main form.card"), { answer: "yes" });
      await send(phone, phone.locator("main form.card button"));
      await inForce(mees, file, "Support agreement", ["provider", "resident"]);
      await onlyFor(mees, [lets, nadia], file, "step", { outcome: "done" });
      await does(mees, file, "step", { outcome: "done" });
      await stands(mees, file, "Keys and moving in", "Housing association");
    });

    goes("what has to be arranged is arranged, and the association gives the keys", async () => {
      await lets.goto(`/cases/${file}`);
      assert.equal(await lets.locator(`a[href="/cases/${file}/do/step"]`).count(), 0, "the basics are not in order");
      const theirs = await toArrange(lets, file);
      assert.equal(theirs.length, 1, "the association sees another line than its own");
      assert.equal(await arranges(mees, file, theirs), 12);
      assert.equal(await arranges(lets, file), 1);
      await onlyFor(lets, [mees, nadia], file, "step", { outcome: "done" });
      await does(lets, file, "step", { outcome: "done" });
      await stands(mees, file, "Evaluation of living there", "Care provider");
      await looks(mees);
    });

    goes("the page of the participant, the timeline and the resident's own page show it", async () => {
      await shown(mees, phone, file, "Evaluation of living there", ["Mees Kadelaar", "Nadia Wetering", "Lotte Vermeer"]);
      assert.match(await phone.locator(".steps").innerText(), /Keys and moving in\s+done/);
    });
  });

  describe("Housing First, in English", () => {
    const goes = walked();
    let file;
    let phone;
    let home, lets, other;

    before(async () => {
      for (const page of Object.values(people)) await useLanguage(page, "en");
      file = await nextHousehold();
      phone = await aPhone("en");
    });

    goes("worker and resident talk, and the resident says where to live", async () => {
      await begins(file, "housing-first", phone, "en");
      await stands(mees, file, "First conversation", "Care provider");
      await does(mees, file, "fact", { fact: "person-agrees" });
      await does(mees, file, "step", { outcome: "done" });
      await stands(mees, file, "Where and how you want to live", "Participant");
      await wishes(file, phone);
      await stands(mees, file, "Looking for a home", "Housing association");
    });

    goes("a home is offered, seen and accepted", async () => {
      ({ home, lets, other } = await agree(file));
      await stands(lets, file, "Seeing the home", "Housing association");
      await does(lets, file, "viewing", { day: day(4), time: "09:15", place: "At the gate" });
      await onlyFor(lets, [mees, other], file, "step", { outcome: "done" });
      await does(lets, file, "step", { outcome: "done" });
      await onlyFor(mees, [lets, nadia], file, "answer", { outcome: "accepted" });
      await phone.goto("/my/offer/no");
      assert.match(await phone.locator(".alert-warning").innerText(), /Nothing follows from that/);
      await own(phone, "/my/offer", "/my/offer/yes");
      await stands(lets, file, "Your own lease", "Housing association");
    });

    goes("the lease is the resident's own, and support stands apart from it", async () => {
      await inForce(lets, file, /lease/i, ["association", "resident"]);
      await onlyFor(lets, [mees, nadia], file, "step", { outcome: "done" });
      await does(lets, file, "step", { outcome: "done" });
      await stands(mees, file, "Agreement on support", "Care provider");
      await onlyFor(mees, [lets, nadia], file, "step", { outcome: "done" });
      await does(mees, file, "step", { outcome: "done" });
      await stands(lets, file, "Keys and moving in", "Housing association");
    });

    goes("the association gives the keys, with support not signed", async () => {
      await onlyFor(lets, [mees, nadia], file, "step", { outcome: "done" });
      await does(lets, file, "step", { outcome: "done" });
      await stands(mees, file, "How is it going", "Participant");
      const names = ["Mees Kadelaar", "Lotte Vermeer"];
      await shown(mees, phone, file, "How is it going", names);
    });
  });

  describe("Housing First, stopped by the resident, in Dutch", () => {
    const goes = walked();
    let file;
    let phone;
    let home, lets;

    before(async () => {
      for (const page of Object.values(people)) await useLanguage(page, "nl");
      file = await nextHousehold();
      phone = await aPhone("nl");
    });

    goes("a home is on offer", async () => {
      await begins(file, "housing-first", phone, "nl");
      await does(mees, file, "fact", { fact: "person-agrees" });
      await does(mees, file, "step", { outcome: "done" });
      await stands(mees, file, "Waar en hoe u wilt wonen", "Deelnemer");
      await wishes(file, phone);
      ({ home, lets } = await agree(file));
      await stands(lets, file, "De woning bekijken", "Woningcorporatie");
    });

    goes("on this road only the resident stops, and says why", async () => {
      await mees.goto(`/cases/${file}`);
      await mees.locator(`a[href="/cases/${file}/do/withdraw"]`).click();
      const by = await mees.locator('input[name="by"]').evaluateAll((them) => them.map((it) => it.value));
      assert.deepEqual(by, ["participant"]);
      await nadia.goto(`/cases/${file}`);
      assert.equal(await nadia.locator(`a[href="/cases/${file}/do/withdraw"]`).count(), 0);
      await looksOnPhone(phone, "/my/stop");
      await own(phone, "/my/road", "/my/stop", { reason: "Ik ga bij mijn broer wonen." });
      assert.match(await phone.locator("#now").innerText(), /Gestopt op .* door: Deelnemer/);
      assert.equal(await phone.locator('a[href="/my/stop"]').count(), 0);
    });

    goes("the road has ended, and what was held is free", async () => {
      await mees.goto(`/cases/${file}`);
      assert.match(await mees.locator("#now").innerText(), /Gestopt op .* door: Deelnemer/);
      assert.match(await mees.locator(".history").innerText(), /Ik ga bij mijn broer wonen/);
      assert.equal(await lets.goto(`/cases/${file}`).then((it) => it.status()), 404);
      await isFree(file, home, "In voorbereiding", "Vrij");
      await phone.goto("/my/offer");
      assert.equal(await phone.locator('a[href^="/my/offer/"]').count(), 0);
    });

    goes("who stops after a yes holds no home and no agreements either", async () => {
      const another = await nextHousehold();
      const theirs = await aPhone("nl");
      await begins(another, "housing-first", theirs, "nl");
      await does(mees, another, "fact", { fact: "person-agrees" });
      await does(mees, another, "step", { outcome: "done" });
      await wishes(another, theirs);
      ({ home, lets } = await agree(another));
      await own(theirs, "/my/offer", "/my/offer/yes");
      await stands(lets, another, "Uw eigen huurcontract", "Woningcorporatie");
      assert.equal(await agreements(lets).locator(".badge", { hasText: "Concept" }).count(), 2);
      await own(theirs, "/my/road", "/my/stop", { reason: "Ik blijf bij mijn zus." });
      await mees.goto(`/cases/${another}`);
      assert.equal(await agreements(mees).locator(".badge", { hasText: "Ingetrokken" }).count(), 2);
      await isFree(another, home, "In voorbereiding", "Vrij");
    });
  });

  test("the browser had nothing to complain of", () => {
    const said = heard.flatMap((them) => them());
    // Who may not is told so, and no link leads there.
    const expected = (line) => /^(403|404|409|422) for |status of (403|404|409|422)/.test(line);
    assert.deepEqual(said.filter((line) => !expected(line)), []);
  });
});
