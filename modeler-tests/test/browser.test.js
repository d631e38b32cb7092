import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { readElement } from '../lib/bpmn.js';
import { Browser } from '../lib/browser.js';
import { diagram, ELEMENT } from '../lib/diagram.js';
import { filledFile } from '../lib/engine-files.js';
import { everything } from '../lib/filled.js';
import { expectedElement } from '../lib/form.js';
import { CHANGED, example, firstUse, TASK } from '../lib/first-use.js';
import { byForm, leaders, sameForm } from '../lib/forms.js';
import { apply } from '../lib/headless.js';
import { Panel } from '../lib/panel.js';
import { paths } from '../lib/paths.js';
import { eventually } from '../lib/poll.js';
import { fitting } from '../lib/samples.js';
import { broken, sound } from '../lib/sound.js';
import { newest, readTemplates } from '../lib/templates.js';
import { arrive, walk } from '../lib/walk.js';

const templates = newest(readTemplates());
const all = templates.map(({ json }) => json);

/** @type {Browser} */
let browser;

/** @type {Panel} */
let panel;

/** The numbers of what the tests have covered in the browser. */
const total = { templates: 0, walked: 0, spared: 0, stops: 0, fields: 0 };

before(async () => {
  browser = await Browser.start();
  panel = new Panel(browser.page);
});

after(() => browser?.close());

for (const { path, json } of templates) {
  test(`${path} is offered for its element, opens its first group, and writes the expected element`, async () => {
    await panel.open(diagram(json), all, ELEMENT);

    assert.ok((await panel.offered()).includes(json.id));
    await panel.choose(json.id);
    assert.equal((await panel.form())[0].open, true);
    total.fields += await arrive(panel, json);
    total.templates += 1;
  });
}

for (const [ { path, json }, ...others ] of byForm(templates)) {
  test(`${path} shows the expected fields for every choice`, async t => {
    await panel.open(diagram(json), all, ELEMENT);
    await panel.choose(json.id);
    const { stops, fields } = await walk(panel, json);

    t.diagnostic(`${stops} stops walked, ${fields} fields compared`);
    assert.ok(stops > 0);
    total.stops += stops;
    total.fields += fields;
    total.walked += 1;
  });

  test(`${path} has the same form as ${others.length} other templates, so walking it covers them`, () => {
    for (const other of others) {
      assert.deepEqual(sameForm(other.json), sameForm(json));
    }
    total.spared += others.length;
  });
}

for (const keyword of new Set(all.flatMap(({ keywords }) => keywords))) {
  test(`searching for "${keyword}" finds the templates with this keyword`, async () => {
    await panel.open(diagram(all[0]), all, ELEMENT);
    const found = await panel.search(keyword);
    const meant = all.filter(({ keywords }) => keywords.includes(keyword)).map(({ id }) => id);

    assert.deepEqual(meant.filter(id => !found.includes(id)), []);
  });
}

for (const template of leaders(templates)) {
  test(`${template.path} filled by mouse and keyboard contains the typed values, without an error`, async () => {
    const { name, json } = template;
    const kept = join(paths.engineFiles, `filled-${name}.bpmn`);
    const xml = await filledFile(panel, template, templates);

    assert.deepEqual(await readElement(xml, ELEMENT), expectedElement(json, everything(json)));
    assert.deepEqual(await panel.problems(), []);
    await eventually(() => panel.errors(), []);
    assert.ok(existsSync(kept), 'run: npm run engine-files');
    assert.equal(readFileSync(kept, 'utf8'), xml, 'run: npm run engine-files');
  });

  test(`${template.path} filled without a browser gives the same element`, async () => {
    const { json } = template;
    const xml = await apply(json, everything(json));

    assert.deepEqual(await readElement(xml, ELEMENT), expectedElement(json, everything(json)));
  });

  test(`${template.path} shows the error of a field`, async () => {
    const { json } = template;
    const field = id => json.properties.find(property => property.id === id);
    await panel.open(diagram(json), all, ELEMENT);
    await panel.choose(json.id);
    await panel.openGroups();

    const isWebhook = isInbound(json);
    const checked = field(isWebhook ? 'inbound.context' : 'server.organization');
    if (!isWebhook) {
      await panel.fill(field('server.region'), 'organization');
    }
    await eventually(() => panel.error(checked), `${checked.label} must not be empty.`, 'required');

    await panel.fill(checked, 'acme inc!');
    await eventually(() => panel.error(checked), `${checked.label} ${checked.constraints.pattern.message}`, 'pattern');

    await panel.fill(checked, 'acme');
    await eventually(() => panel.error(checked), '', 'corrected');

    await panel.fill(field('resultExpression'), '={broken: ');
    await eventually(async () => (await panel.error(field('resultExpression'))) !== '', true, 'expression');
  });

  test(`${template.path} keeps the entered values when it is updated to a new version`, async () => {
    const { json } = template;
    const typed = fitting(json, {
      'server.region': 'organization', 'server.organization': 'acme', 'options.idempotencyKey': '=orderNumber',
      'inbound.context': 'acme', event: 'conversationDone'
    });
    const next = nextVersion(json);
    await panel.open(diagram(json), [ json ], ELEMENT);
    await panel.choose(json.id);
    await panel.openGroups();
    for (const [ id, value ] of Object.entries(typed)) {
      await panel.fill(json.properties.find(property => property.id === id), value);
    }
    await eventually(async () => readElement(await panel.xml(), ELEMENT), expectedElement(json, typed));

    await panel.offer([ json, next ]);
    await panel.update();

    await eventually(async () => readElement(await panel.xml(), ELEMENT), expectedElement(next, typed));
  });
}

test('opening the example, changing one field and saving changes only that field', async () => {
  const xml = await firstUse(panel, templates);
  const before = await readElement(example(), TASK);

  assert.deepEqual(await readElement(xml, TASK), { ...before, inputs: { ...before.inputs, ...CHANGED } });
  assert.deepEqual(await readElement(xml, 'create-conversation'), await readElement(example(), 'create-conversation'));
  assert.deepEqual(await panel.problems(), []);
  assert.ok(existsSync(paths.firstUse), 'run: npm run engine-files');
  assert.equal(readFileSync(paths.firstUse, 'utf8'), xml, 'run: npm run engine-files');
});

test('saving the example without a change is detected', async () => {
  const before = await readElement(example(), TASK);

  assert.notDeepEqual(before, { ...before, inputs: { ...before.inputs, ...CHANGED } });
});

const FAULTS = {
  'a lost condition': t => { delete t.properties[4].condition; },
  'another condition': t => { t.properties[4].condition.equals = 'near'; },
  'another label': t => { t.properties[4].label = 'guest'; },
  'another group': t => { t.properties[4].group = 'more'; },
  'another binding': t => { t.properties[4].binding.name = 'sound.guest'; }
};

for (const [ fault, plant ] of Object.entries(FAULTS)) {
  test(`an unexpected form is detected: ${fault}`, async () => {
    await panel.open(diagram(sound().json), [ broken(plant).json ], ELEMENT);
    await panel.choose('sound.Template.v1');

    await assert.rejects(walk(panel, sound().json, { patience: 2000 }), { code: 'ERR_ASSERTION' });
  });
}

test('a text that opens as an expression after a choice is detected', async () => {
  const { json } = broken(t => {
    t.properties[4].condition.equals = 'far';
    t.properties.splice(4, 0, {
      ...t.properties[2], id: 'near', label: 'near', value: '="here"', condition: { property: 'place', equals: 'near', type: 'simple' }, binding: { type: 'zeebe:input', name: 'sound.near' }
    });
  });
  await panel.open(diagram(json), [ json ], ELEMENT);
  await panel.choose(json.id);

  await assert.rejects(walk(panel, json, { patience: 2000 }), { code: 'ERR_ASSERTION', message: /main: host/ });
});

test('a hint of three lines is detected', async () => {
  const long = broken(t => { t.properties[2].description = 'How the people who fill the form know the field. '.repeat(3); }).json;
  await panel.open(diagram(long), [ long ], ELEMENT);
  await panel.choose('sound.Template.v1');

  await assert.rejects(walk(panel, long), /no hint takes more than two lines/);
});

test('a valid form is walked to the end', async () => {
  await panel.open(diagram(sound().json), [ sound().json ], ELEMENT);
  await panel.choose('sound.Template.v1');

  assert.deepEqual(await walk(panel, sound().json), { stops: 3, fields: 3 + 3 + 4 });
});

test('a template that the modeler rejects silently is not offered', async () => {
  const { json } = broken(t => { t.properties[4].optional = true; delete t.properties[4].constraints.notEmpty; });
  await panel.open(diagram(json), [ json, { ...sound().json, id: 'other' } ], ELEMENT);

  assert.deepEqual(await panel.offered(), [ 'other' ]);
});

test('a template for newer Camunda versions only is not offered', async () => {
  const { json } = broken(t => { t.engines.camunda = '^9'; });
  await panel.open(diagram(json), [ json, { ...sound().json, id: 'other' } ], ELEMENT);

  assert.deepEqual(await panel.offered(), [ 'other' ]);
});

test('a template that the modeler rejects with an error is detected', async () => {
  const { json } = broken(t => { delete t.name; });

  await assert.rejects(panel.open(diagram(sound().json), [ json ], ELEMENT), /refuses a template/);
});

test('keywords in the wrong place find nothing', async () => {
  const { json } = broken(t => { t.metadata = { keywords: t.keywords }; delete t.keywords; });
  await panel.open(diagram(json), [ json ], ELEMENT);

  assert.deepEqual(await panel.search('soundness'), []);
});

test('the error of a field is read completely while the field is corrected', async () => {
  const { json } = sound();
  const field = json.properties.find(({ id }) => id === 'text');
  await panel.open(diagram(json), [ json ], ELEMENT);
  await panel.choose(json.id);
  await eventually(() => panel.error(field), 'text must not be empty.');
  const overtaken = new Panel(browser.page);
  overtaken.entry = property => afterEachLook(panel.entry(property), async () => {
    await panel.fill(field, 'typed');
    await eventually(() => panel.errors(), []);
  });

  assert.equal(await overtaken.error(field), 'text must not be empty.');
  assert.equal(await overtaken.error(field), '');
});

test('an update that loses an entered value is detected', async () => {
  const { json } = sound();
  const next = nextVersion(json);
  next.properties.find(({ id }) => id === 'text').id = 'renamed';
  next.properties.find(({ id }) => id === 'renamed').binding.name = 'sound.renamed';
  await panel.open(diagram(json), [ json ], ELEMENT);
  await panel.choose(json.id);
  await panel.fill(json.properties[2], 'typed');
  await eventually(async () => (await readElement(await panel.xml(), ELEMENT)).inputs['sound.text'], 'typed');
  await panel.offer([ json, next ]);
  await panel.update();

  const kept = expectedElement(nextVersion(json), { text: 'typed' });
  await assert.rejects(
    eventually(async () => readElement(await panel.xml(), ELEMENT), kept, undefined, 2000), { code: 'ERR_ASSERTION' });
});

test('a request to another server is refused and recorded', async () => {
  const before = browser.foreign.length;
  const answer = await browser.page.evaluate(() => fetch('http://192.0.2.1/').then(() => 'answered', () => 'refused'));

  assert.equal(answer, 'refused');
  assert.deepEqual(browser.foreign.splice(before), [ 'http://192.0.2.1/' ]);
});

test('a script error in the page is detected', async () => {
  const before = browser.scriptErrors.length;
  await browser.page.evaluate(() => setTimeout(() => { throw new Error('planted'); }));

  await eventually(() => browser.scriptErrors.slice(before), [ 'planted' ]);
  browser.scriptErrors.splice(before);
});

test('every template was applied, and every form walked', t => {
  t.diagnostic(`${total.templates} templates applied in the browser, ${total.walked} forms walked, `
    + `${total.spared} templates with the same forms: ${total.stops} stops, ${total.fields} fields compared`);

  assert.equal(total.templates, templates.length);
  assert.equal(total.walked + total.spared, templates.length);
});

test('the modeler sent no request to another server, and had no script error', () => {
  assert.deepEqual(browser.foreign, []);
  assert.deepEqual(browser.scriptErrors, []);
});

/**
 * The next version of a template: a new field, another default for an untouched field, a new version in the header.
 */
function nextVersion(json) {
  const version = json.version + 1;
  const properties = json.properties.map(property => {
    const { binding } = property;
    if (binding.key === 'elementTemplateVersion') {
      return { ...property, value: String(version) };
    }
    return property.id === 'options.timeoutSeconds' ? { ...property, value: '20' } : property;
  });
  const added = {
    id: 'added', label: 'Added', type: 'String', group: json.groups[0].id, value: 'new', feel: 'optional',
    binding: isInbound(json) ? { type: 'zeebe:property', name: 'inbound.added' } : { type: 'zeebe:input', name: 'options.added' }
  };
  return structuredClone({ ...json, version, properties: [ ...properties, added ] });
}

function isInbound({ properties }) {
  return properties.some(({ binding }) => binding.name === 'inbound.type');
}

/** A locator that calls `act` after each read from the page. */
function afterEachLook(locator, act) {
  return new Proxy(locator, {
    get: (target, name) => (...args) => {
      const found = target[name](...args);
      return found instanceof Promise ? found.then(async seen => { await act(); return seen; }) : afterEachLook(found, act);
    }
  });
}
