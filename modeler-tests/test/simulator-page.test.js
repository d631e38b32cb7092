import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { Browser } from '../lib/browser.js';
import { noteMessage, organization } from '../lib/organization.js';
import { eventually } from '../lib/poll.js';
import { receiver } from '../lib/receiver.js';
import { Simulator } from '../lib/simulator.js';
import { overflow, tabStops, tooFaint } from '../lib/visible.js';

const MARKUP = '<img src=x onerror="document.title=1"><b>Bold</b>';

/** @type {Simulator} */
let simulator;

/** @type {Browser} */
let browser;

/** @type {import('playwright-core').Page} */
let page;

/** The receiver of events, in place of a process. */
let events;

before(async () => {
  simulator = await Simulator.start();
  browser = await Browser.at(simulator.url, { width: 1280, height: 900 });
  page = browser.page;
  events = await receiver(event => noteMessage(simulator, event));
  await organization(simulator, events.url);
});

after(async () => {
  events?.close();
  await browser?.close();
  await simulator?.stop();
});

beforeEach(async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
});

const section = id => page.locator(`section#${id}`);
const entries = () => section('timeline').locator('.entry-text').allTextContents();
const press = name => page.getByRole('button', { name, exact: true }).click();

test('shows the records of the organization without a reload', async () => {
  await section('customers').getByText('Ada Lovelace').waitFor();
  await section('kobjects').getByText('Order 1815').waitFor();
  await section('queues').getByText('A broken lamp').waitFor();
  await section('webhooks').getByText(events.url).waitFor();
  await section('requests').getByText('POST /v1/klasses/order').waitFor();
  assert.equal(await page.locator('#connection').textContent(), 'Live');
});

test('a person answers as the customer, and the timeline goes on', async () => {
  await page.getByRole('button', { name: /^A broken lamp/ }).click();
  await page.getByLabel('Text of the customer').fill('It works again.');
  await press('Answer as the customer');

  await eventually(async () => (await entries()).slice(-2), [ 'It works again.', 'Seen: It works again.' ]);
  assert.equal(await page.getByLabel('Text of the customer').inputValue(), '');
  await section('webhooks').getByText('kustomer.message.create').last().waitFor();
});

test('a person closes the conversation, and an answer opens it again', async () => {
  await press('Close the conversation');
  await eventually(() => page.locator('#conversation-status').textContent(), 'done');
  assert.equal(await page.getByRole('button', { name: 'Close the conversation' }).isDisabled(), true);

  await page.getByLabel('Text of the customer').fill('One more question');
  await press('Answer as the customer');
  await eventually(() => page.locator('#conversation-status').textContent(), 'open');
});

test('a customer opens a conversation', async () => {
  await press('New conversation of Ada Lovelace');
  await page.getByLabel('Text of the customer').fill('Where is my order?');
  await press('Write as the customer');

  await eventually(() => page.locator('#conversation-name').textContent(), 'Where is my order?');
  await eventually(async () => (await entries())[0], 'Where is my order?');
});

test('markup in a name and in a message stays text', async () => {
  const customer = await simulator.create('/v1/customers', { name: MARKUP });
  const conversation = await simulator.create('/v1/conversations', { customer, name: MARKUP });
  await simulator.create(`/v1/conversations/${conversation}/notes`, { body: MARKUP });
  await section('customers').locator('.customer-name').filter({ hasText: MARKUP }).waitFor();
  await page.locator(`[data-focus="conversation-${conversation}"]`).click();

  await eventually(async () => (await entries())[0], MARKUP);
  assert.equal(await page.locator('#conversation-name').textContent(), MARKUP);
  assert.equal(await page.locator('img, b, script[src]').count(), 0);
  assert.equal(await page.title(), 'Simulated Kustomer');
});

test('a fault hits the next request, and the log names it and the reason of a refusal', async () => {
  const log = section('requests').locator('#request-list > li');
  await page.getByLabel('Fault for the next').selectOption({ label: 'create (POST)' });
  await press('Refuse with 429');
  await page.getByRole('button', { name: 'Refuse with 429 (1 waiting)' }).waitFor();

  assert.equal((await simulator.api('GET', '/v1/customers/absent')).status, 404);
  assert.equal((await simulator.api('POST', '/v1/customers', { name: 'Mary' })).status, 429);
  assert.equal((await simulator.api('POST', '/v1/customers', { name: 7 })).status, 400);

  await eventually(async () => (await log.first().locator('.badge').textContent()), '400');
  assert.match(await log.first().locator('.reason').textContent(), /name/);
  assert.match(await log.first().textContent(), /\d+ ms/);
  assert.match(await log.nth(1).locator('.fault').textContent(), /Refuse with 429/);
  await page.getByRole('button', { name: 'Refuse with 429', exact: true }).waitFor();
});

test('the answer to the next request gets lost, and the record is stored', async () => {
  await page.getByLabel('Fault for the next').selectOption({ label: 'request' });
  await press('Lose the answer');
  await page.getByRole('button', { name: 'Lose the answer (1 waiting)' }).waitFor();

  await assert.rejects(simulator.api('POST', '/v1/customers', { name: 'Grace Hopper' }));

  await section('customers').getByText('Grace Hopper').waitFor();
  await section('requests').locator('#request-list > li').first().getByText('no answer').waitFor();
});

test('a person does everything by keyboard, and keeps the focus while the lists change', async () => {
  await page.reload();
  await section('customers').getByText('Ada Lovelace').waitFor();
  const stops = await tabStops(page);

  for (const wanted of [ 'New conversation of Ada Lovelace', 'Text of the customer', 'Answer as the customer',
    'Close the conversation', 'Fault for the next', 'Lose the answer', 'Stall for 60 s', 'Timeline', 'Log of requests',
    'Send the next event twice' ]) {
    assert.ok(stops.includes(wanted), `${wanted} in ${stops.join(' | ')}`);
  }
  assert.deepEqual(stops.filter(stop => stop.endsWith(' without an outline')), []);

  await page.getByRole('button', { name: 'New conversation of Ada Lovelace' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Control+Enter');
  await eventually(async () => (await entries())[0], 'By keyboard');

  const fault = page.locator('[data-focus="fault-STALL"]');
  await fault.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Stall for 60 s (1 waiting)' }).waitFor();
  assert.equal(await fault.evaluate(node => node === document.activeElement), true);
  await press('Cancel faults');
  await page.getByRole('button', { name: 'Stall for 60 s', exact: true }).waitFor();
});

for (const width of [ 1280, 800, 400 ]) {
  for (const colorScheme of [ 'light', 'dark' ]) {
    test(`nothing is cut off or too faint at ${width} px in the ${colorScheme} scheme`, async () => {
      await simulator.api('POST', '/v1/customers', { name: 'x'.repeat(200), externalId: `${width}-${colorScheme}` });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await section('customers').getByText('x'.repeat(200)).first().waitFor();

      assert.equal(await overflow(page), 0);
      assert.deepEqual(await page.locator('section, .scroll').evaluateAll(nodes => nodes
        .filter(node => node.scrollWidth > node.clientWidth).map(node => node.id || node.ariaLabel)), []);
      assert.deepEqual(await tooFaint(page), []);
      const [ red ] = (await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).match(/\d+/g);
      assert.equal(Number(red) > 128, colorScheme === 'light');
    });
  }
}

test('the checks of the look notice a faint text, a wide element and a missing outline', async () => {
  await page.reload();
  await section('customers').getByText('Ada Lovelace').waitFor();
  await page.evaluate(() => {
    const [ title, text ] = [ document.querySelector('h1'), document.querySelector('#text') ];
    title.style.setProperty('color', 'rgb(200, 205, 204)');
    title.style.setProperty('min-width', '2000px');
    text.style.setProperty('outline', 'none');
  });

  assert.match((await tooFaint(page)).join(), /^Simulated Kustomer \(1\.\d+\)$/);
  assert.ok(await overflow(page) > 0);
  assert.ok((await tabStops(page)).includes('Text of the customer without an outline'));
  await page.reload();
});

test('a page that lost the simulator says so and goes on when it is back', async () => {
  await browser.context.setOffline(true);
  await eventually(() => page.locator('#connection').textContent(), 'The simulator does not answer. Trying again …');
  await browser.context.setOffline(false);
  await eventually(() => page.locator('#connection').textContent(), 'Live');
  browser.consoleErrors = browser.consoleErrors.filter(error => !error.includes('ERR_INTERNET_DISCONNECTED'));
});

test('another site reads nothing and does nothing', async () => {
  assert.deepEqual(await fromElsewhere(), [ 'refused', 'refused', 'refused' ]);

  // The first request shows that the browser lets a request of the other page reach the simulator.
  await section('requests').getByText('GET /v1/from-elsewhere', { exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Refuse with 503', exact: true }).count(), 1);
});

test('loads nothing from other servers, violates no policy, shows no key', async () => {
  assert.deepEqual(browser.foreign, []);
  assert.deepEqual(browser.scriptErrors, []);
  assert.deepEqual(browser.consoleErrors, []);
  assert.doesNotMatch(await page.content(), /eyJhbGciOi/);
});

/** Tries to read the state and to inject a fault from a page of another local server, in another tab. */
async function fromElsewhere() {
  const other = await browser.context.newPage();
  try {
    await other.route(`${events.origin}/**`, route => route.continue());
    await other.goto(`${events.origin}/other`);
    return await other.evaluate(async url => {
      const outcome = request => request.then(answer => answer.ok ? 'done' : 'refused', () => 'refused');
      const headers = { 'X-Simulator-Page': '1' };
      const body = JSON.stringify({ fault: 'REFUSE_503', requests: 'any' });
      await outcome(fetch(`${url}/v1/from-elsewhere`, { mode: 'no-cors' }));
      return [
        await outcome(fetch(`${url}/simulator/state`, { headers })),
        await outcome(fetch(`${url}/simulator/actions/fault`, { method: 'POST', headers, body })),
        await outcome(fetch(`${url}/simulator/actions/fault`, { method: 'POST', mode: 'no-cors', body }))
      ];
    }, simulator.url);
  } finally {
    await other.close();
  }
}
