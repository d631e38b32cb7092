import Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import iconRenderer from '@bpmn-io/element-template-icon-renderer';
import lintingModule from '@camunda/linting/modeler';
import { Linter } from '@camunda/linting';
import { CloudElementTemplatesLinterPlugin as templateRules } from 'bpmn-js-element-templates';

import 'camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css';
import '@camunda/linting/assets/linting.css';

const LINT_DELAY = 300;

let modeler;
let linter;

/** The functions that the tests call in the page. They use mouse and keyboard for everything else. */
globalThis.page = { open, offer, select, xml, bounds, problems };

/** Opens a diagram and offers templates. Returns the modeler's errors about them. */
async function open(diagram, templates) {
  modeler?.destroy();
  modeler = new Modeler({
    container: '#canvas',
    propertiesPanel: { parent: '#panel', feelPopupContainer: 'body' },
    additionalModules: [ iconRenderer, lintingModule ],
    exporter: { name: 'modeler-tests', version: '1' }
  });
  const complaints = offer(templates);
  await modeler.importXML(diagram);
  modeler.get('canvas').zoom(1);
  lintWhenQuiet();
  await frames(3);
  return complaints;
}

/** Offers other templates in the open diagram. Returns the modeler's errors about them. */
function offer(templates) {
  linter = new Linter({ plugins: [ templateRules(templates) ] });
  const complaints = [];
  const note = event => complaints.push(...event.errors.map(({ message }) => message));
  modeler.on('elementTemplates.errors', note);
  modeler.get('elementTemplates').setEngines({ camunda: '8.8.0' });
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  modeler.off('elementTemplates.errors', note);
  return complaints;
}

async function select(id) {
  modeler.get('selection').select(modeler.get('elementRegistry').get(id));
  await frames(3);
}

async function xml() {
  return (await modeler.saveXML({ format: true })).xml;
}

/** The position and size of the diagram on the page, with its labels. */
function bounds() {
  const { inner, x, y } = modeler.get('canvas').viewbox();
  return { x: inner.x - x, y: inner.y - y, width: inner.width, height: inner.height };
}

/** The current findings of the linter. */
async function problems() {
  return (await lint()).map(({ id, message }) => `${id}: ${message}`);
}

function lint() {
  return linter.lint(modeler.getDefinitions());
}

/**
 * Lints some time after the last change, as the desktop modeler does, because earlier the panel shows the state before
 * it.
 */
function lintWhenQuiet() {
  const linted = modeler;
  let timer;
  const show = async () => {
    const reports = linted === modeler ? await lint() : [];
    if (linted === modeler) {
      linted.get('linting').activate();
      linted.get('linting').setErrors(reports);
    }
  };
  linted.on('elements.changed', () => {
    clearTimeout(timer);
    timer = setTimeout(show, LINT_DELAY);
  });
}

async function frames(count) {
  for (let i = 0; i < count; i++) {
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
}
