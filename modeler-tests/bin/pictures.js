import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Browser } from '../lib/browser.js';
import { ELEMENT } from '../lib/diagram.js';
import { apply } from '../lib/headless.js';
import { Panel } from '../lib/panel.js';
import { paths } from '../lib/paths.js';
import { withPalette } from '../lib/picture.js';
import { newest, readTemplates } from '../lib/templates.js';

const MARGIN = 16;

/** What the forms in the pictures are filled with. */
const SHOWN = {
  'kustomer-create-customer': {
    'customer.name': '=name', 'customer.emails': '=email', 'customer.phones': '=phone', 'customer.externalId': '=customerNumber'
  },
  'kustomer-create-conversation': { 'conversation.name': '="Welcome, " + name', 'conversation.status': 'open' }
};

const templates = newest(readTemplates());
const all = templates.map(({ json }) => json);
mkdirSync(paths.pictures, { recursive: true });
const browser = await Browser.start({ width: 1100, height: 1200, scale: 2 });
const panel = new Panel(browser.page);
try {
  await process('welcome-customer');
  for (const { name, json } of templates.filter(({ name }) => name in SHOWN)) {
    await form(name, await apply(json, SHOWN[name]));
  }
} finally {
  await browser.close();
}

/** The form as it first shows: its first groups open, the others closed. */
async function form(name, xml) {
  await panel.open(xml, all, ELEMENT);
  const groups = browser.page.locator('#panel .bio-properties-panel-group');
  await groups.last().waitFor();
  const { x, y, width } = await browser.page.locator('#panel').boundingBox();
  const last = await groups.last().boundingBox();
  await save(name, { x, y, width, height: last.y + last.height - y });
}

async function process(name) {
  await panel.open(readFileSync(join(paths.examples, `${name}.bpmn`), 'utf8'), all);
  await browser.page.addStyleTag({
    content: '.djs-palette, .djs-minimap, .layer-djs-grid { display: none !important; }'
  });
  const { x, y, width, height } = await panel.bounds();
  await save(name, { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN });
}

async function save(name, clip) {
  const small = await withPalette(browser.page, await browser.page.screenshot({ clip }));
  writeFileSync(join(paths.pictures, `${name}.png`), small);
  console.log(`docs/images/${name}.png: ${Math.ceil(small.length / 1024)} kB`);
}
