import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Browser } from '../lib/browser.js';
import { noteMessage, organization } from '../lib/organization.js';
import { paths } from '../lib/paths.js';
import { withPalette } from '../lib/picture.js';
import { eventually } from '../lib/poll.js';
import { receiver } from '../lib/receiver.js';
import { Simulator } from '../lib/simulator.js';

/** Saves the picture of the simulator's page. With `--all=FOLDER` it saves every width and scheme there instead. */
const folder = process.argv.find(argument => argument.startsWith('--all='))?.slice('--all='.length);
const simulator = await Simulator.start();
const events = await receiver(event => noteMessage(simulator, event));
const browser = await Browser.at(simulator.url, { width: 1280, height: 860 });
const { page } = browser;
try {
  const { customer } = await organization(simulator, events.url);
  await simulator.create('/v1/customers', { name: 'Grace Hopper', emails: [ { email: 'grace@example.org' } ] });
  await simulator.api('POST', '/v1/customers', { name: 'Grace', emails: [ { email: 'grace@example.org' } ] });
  await page.getByRole('button', { name: 'Refuse with 429' }).click();
  await page.getByRole('button', { name: 'Refuse with 429 (1 waiting)' }).waitFor();
  await simulator.api('GET', `/v1/customers/${customer}`);
  await page.getByLabel('Text of the customer').fill('It works again, thank you.');
  await page.getByRole('button', { name: 'Answer as the customer' }).click();
  await eventually(() => page.locator('.entry-text').count(), 4);
  await eventually(() => page.locator('#request-list .badge').filter({ hasText: 'running' }).count(), 0);
  await eventually(() => page.locator('#notice').textContent(), '');
  if (folder) {
    await everyWidth();
  } else {
    await save(join(paths.pictures, 'simulator-page.png'));
    await webhooks(customer);
  }
} finally {
  await browser.close();
  events.close();
  await simulator.stop();
}

/** Saves the webhooks with a delivery that failed, because nothing listens on the port of a second webhook. */
async function webhooks(customer) {
  await simulator.create('/v1/outbound-webhooks', {
    name: 'A runtime that is down', url: 'http://127.0.0.1:9/inbound/kustomer-orders', events: [ 'kustomer.conversation.create' ]
  });
  await simulator.create('/v1/conversations', { customer, name: 'A late parcel' });
  const section = page.locator('section#webhooks');
  await section.getByText('next attempt').waitFor();
  await section.evaluate(element => element.style.setProperty('height', 'max-content'));
  await save(join(paths.pictures, 'simulator-webhooks.png'), section);
}

async function everyWidth() {
  for (const colorScheme of [ 'light', 'dark' ]) {
    for (const width of [ 1280, 800, 400 ]) {
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia({ colorScheme });
      await save(join(folder, `simulator-page-${width}-${colorScheme}.png`));
    }
  }
}

async function save(file, part) {
  const blank = await browser.context.newPage();
  const picture = await withPalette(blank, await (part ? part.screenshot() : page.screenshot({ fullPage: true })));
  await blank.close();
  writeFileSync(file, picture);
  console.log(`${file}: ${Math.ceil(picture.length / 1024)} kB`);
}
