import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readElement } from '../lib/bpmn.js';
import { Browser } from '../lib/browser.js';
import { ELEMENT } from '../lib/diagram.js';
import { apply } from '../lib/headless.js';
import { Panel } from '../lib/panel.js';
import { paths } from '../lib/paths.js';
import { withPalette } from '../lib/picture.js';
import { newest, readTemplates } from '../lib/templates.js';

const MARGIN = 16;

/** The process of which the tasks' forms are shown, too. */
const EXAMPLE = 'welcome-customer';

/** An event whose form is shown, too. */
const EVENT = {
  name: 'kustomer-webhook-intermediate-catch-event',
  values: { 'inbound.context': 'kustomer-answers', event: 'customerMessage' }
};

/** Further processes in the pictures. */
const PROCESSES = [ 'order-complaint', 'answered', 'import', 'support-agent' ];

const templates = newest(readTemplates());
const all = templates.map(({ json }) => json);
mkdirSync(paths.pictures, { recursive: true });
const browser = await Browser.start({ width: 1100, height: 1200, scale: 2 });
const panel = new Panel(browser.page);
try {
  const example = readFileSync(join(paths.examples, `${EXAMPLE}.bpmn`), 'utf8');
  await process(EXAMPLE, example);
  for (const [ , id ] of example.matchAll(/<[^>]*\bid="([^"]+)"[^>]*\bzeebe:modelerTemplate="/g)) {
    const { template, inputs } = await readElement(example, id);
    const { name, json } = templates.find(other => other.json.id === template);
    await form(name, await apply(json, withoutServer(inputs)));
  }
  await form('kustomer-webhook', await apply(templates.find(({ name }) => name === EVENT.name).json, EVENT.values));
  await browser.page.setViewportSize({ width: 2300, height: 1200 });
  for (const name of PROCESSES) {
    await process(name, readFileSync(join(paths.examples, `${name}.bpmn`), 'utf8'));
  }
} finally {
  await browser.close();
}

/** Saves a picture of the form in its initial state: the first groups open, the others closed. */
async function form(name, xml) {
  await panel.open(xml, all, ELEMENT);
  const groups = browser.page.locator('#panel .bio-properties-panel-group');
  await groups.last().waitFor();
  const { x, y, width } = await browser.page.locator('#panel').boundingBox();
  const last = await groups.last().boundingBox();
  await save(name, { x, y, width, height: last.y + last.height - y });
}

/**
 * Removes the inputs of the server, because the picture shows the default and the example reads the address from a
 * secret.
 */
function withoutServer(inputs) {
  return Object.fromEntries(Object.entries(inputs).filter(([ name ]) => !name.startsWith('server.')));
}

async function process(name, xml) {
  await panel.open(xml, all);
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
