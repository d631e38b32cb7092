import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Browser } from '../lib/browser.js';
import { engineFile, filledFile } from '../lib/engine-files.js';
import { firstUse } from '../lib/first-use.js';
import { leaders } from '../lib/forms.js';
import { Panel } from '../lib/panel.js';
import { paths } from '../lib/paths.js';
import { newest, readTemplates } from '../lib/templates.js';

const templates = newest(readTemplates());
mkdirSync(paths.engineFiles, { recursive: true });
readdirSync(paths.engineFiles).forEach(file => rmSync(join(paths.engineFiles, file)));
for (const template of templates) {
  write(template.name, await engineFile(template));
}
const browser = await Browser.start();
try {
  const panel = new Panel(browser.page);
  for (const template of leaders(templates)) {
    write(`filled-${template.name}`, await filledFile(panel, template, templates));
  }
  mkdirSync(dirname(paths.firstUse), { recursive: true });
  writeFileSync(paths.firstUse, await firstUse(panel, templates));
} finally {
  await browser.close();
}

function write(name, xml) {
  writeFileSync(join(paths.engineFiles, `${name}.bpmn`), xml);
}
