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

/** What every form needs. */
const SERVER = { 'server.organization': 'acme' };

/** Further forms: what a form shows depends on what is chosen in it. */
const FORMS = [
  {
    picture: 'kustomer-send-message-email',
    of: 'kustomer-send-message',
    values: { 'draft.to': '=email', 'draft.subject': 'Your order', 'draft.body': '="Order " + orderNumber + " is on its way"' }
  },
  {
    picture: 'kustomer-send-message-whatsapp',
    of: 'kustomer-send-message',
    values: { 'draft.channel': 'whatsapp', 'draft.app': 'whatsapp', 'draft.to': '=phone', 'draft.body': 'Your order is on its way' }
  },
  {
    picture: 'kustomer-send-message-draft',
    of: 'kustomer-send-message',
    values: { 'draft.action': 'sendDraft' }
  },
  {
    picture: 'kustomer-search',
    of: 'kustomer-search',
    values: {
      'search.queryContext': 'conversation',
      'search.and': '=[{conversation_status: {equals: "open"}}, {conversation_priority: {gte: 4}}]'
    }
  },
  {
    picture: 'kustomer-webhook',
    of: 'kustomer-webhook-intermediate-catch-event',
    values: { 'inbound.context': 'kustomer-answers', event: 'customerMessage' }
  },
  {
    picture: 'kustomer-create-customer-rest',
    of: 'kustomer-create-customer-rest',
    values: { 'customer.externalId': '=customerNumber', 'customer.name': '=name', 'customer.emails': '=email' }
  }
];

/** Further processes in the pictures. */
const PROCESSES = [ 'order-complaint', 'answered', 'import', 'support-agent' ];

const templates = newest(readTemplates());
const all = templates.map(({ json }) => json);
mkdirSync(paths.pictures, { recursive: true });
const browser = await Browser.start({ width: 1100, height: 1700, scale: 2 });
const panel = new Panel(browser.page);
try {
  const example = readFileSync(join(paths.examples, `${EXAMPLE}.bpmn`), 'utf8');
  await process(EXAMPLE, example);
  for (const [ , id ] of example.matchAll(/<[^>]*\bid="([^"]+)"[^>]*\bzeebe:modelerTemplate="/g)) {
    const { template, inputs } = await readElement(example, id);
    const { name, json } = templates.find(other => other.json.id === template);
    await form(name, json, valuesOf(json, inputs));
  }
  for (const { picture, of, values } of FORMS) {
    await form(picture, templates.find(({ name }) => name === of).json, values);
  }
  await browser.page.setViewportSize({ width: 2300, height: 1200 });
  for (const name of PROCESSES) {
    await process(name, readFileSync(join(paths.examples, `${name}.bpmn`), 'utf8'));
  }
} finally {
  await browser.close();
}

/** Saves a picture of the form: the first groups open, the others closed. */
async function form(name, json, values) {
  await panel.open(await apply(json, { ...SERVER, ...values }), all, ELEMENT);
  const groups = browser.page.locator('#panel .bio-properties-panel-group');
  await groups.last().waitFor();
  const { x, y, width } = await browser.page.locator('#panel').boundingBox();
  const last = await groups.last().boundingBox();
  await save(name, { x, y, width, height: last.y + last.height - y });
}

/**
 * The values that a task of the example has, by property id. Those of the server are left out, because the example reads
 * the address from a secret.
 */
function valuesOf(json, inputs) {
  return Object.fromEntries(json.properties
    .filter(({ id, binding }) => binding.name in inputs && !id.startsWith('server.'))
    .map(({ id, binding }) => [ id, inputs[binding.name] ]));
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
