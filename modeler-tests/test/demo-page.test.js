import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Browser } from '../lib/browser.js';
import { Demo } from '../lib/demo.js';
import { eventually } from '../lib/poll.js';

/** The example whose process starts with a conversation, adds a note and waits for the customer's answer. */
const EXAMPLE = '--bpmn=examples/answered.bpmn --input=examples/answered.json';

/** @type {Demo} */
let demo;

/** @type {Browser} */
let browser;

before(async () => {
  demo = await Demo.start(`${EXAMPLE} --stay`);
  browser = await Browser.at(demo.page, { width: 1280, height: 900 });
});

after(async () => {
  await browser?.close();
  demo?.kill();
});

test('a person looks at the records of the demo, opens a conversation, answers, and sees the process go on', async () => {
  const { page } = browser;
  const entries = () => page.locator('.entry-text').allTextContents();
  await page.locator('#customers').getByText('Ada Lovelace').waitFor();
  await page.locator('#webhooks').getByText('kustomer.message.create').first().waitFor();
  await page.locator('#requests').getByText(/^POST .*\/notes$/).first().waitFor();

  await page.getByRole('button', { name: 'New conversation of Ada Lovelace' }).click();
  await page.getByLabel('Text of the customer').fill('Another lamp does not work.');
  await page.getByRole('button', { name: 'Write as the customer' }).click();
  await eventually(async () => (await entries())[0], 'Another lamp does not work.', 'the first message', demo.patience);
  await eventually(async () => (await entries()).length, 2, 'the note of the process', demo.patience);

  await page.getByLabel('Text of the customer').fill('It works again, thank you.');
  await page.getByRole('button', { name: 'Answer as the customer' }).click();
  await eventually(async () => (await entries()).includes('It works again, thank you.'), true, 'the answer', demo.patience);
  await eventually(async () => demo.count(/Reply sent +reached$/), 2, 'both instances', demo.patience);
});

test('Enter ends the demo', async () => {
  assert.equal(await demo.enter(), 0);
});
