#!/usr/bin/env bash
# A form replaces a value that does not fit its field by null or an empty text when it opens, without a warning.
# This is so for a status that is no longer among the choices, for the number 1 where the choice is the text "1",
# for a time stamp in a date field, and for an object in a text field. A checklist drops only the unknown values.
# Library: @bpmn-io/form-js-viewer 1.23.0, jsdom 26.1.0 (npm).
# Why it matters: a person opens and submits the form without a change, and the record loses its status.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/form-js-viewer@1.23.0 jsdom@26.1.0

cat > submit.cjs <<'JS'
const { JSDOM } = require('jsdom');

const { window } = new JSDOM('<div id="form"></div>', { pretendToBeVisual: true });
const names = ['document', 'HTMLElement', 'Node', 'Element', 'SVGElement', 'KeyboardEvent', 'requestAnimationFrame',
  'cancelAnimationFrame'];
for (const name of names) globalThis[name] = window[name];
globalThis.window = window;
globalThis.ResizeObserver = window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };

const { Form } = require('@bpmn-io/form-js-viewer');
const choices = [{ label: 'Open', value: 'open' }, { label: 'One', value: '1' }];
const submit = async (what, field, value) => {
  const form = new Form({ container: document.querySelector('#form') });
  const components = [{ id: 'a', key: 'x', ...field }];
  const schema = { type: 'default', id: 'sample', schemaVersion: 18, components };
  const { warnings } = await form.importSchema(schema, { x: value });
  const { data, errors } = form.submit();
  const problems = warnings.length + Object.keys(errors).length;
  console.log(`${what}: ${JSON.stringify(value)} becomes ${JSON.stringify(data.x)}, ${problems} problems`);
  form.destroy();
};
(async () => {
  await submit('known choice', { type: 'select', values: choices }, 'open');
  await submit('unknown choice', { type: 'select', values: choices }, 'snoozed');
  await submit('number', { type: 'radio', values: choices }, 1);
  await submit('list', { type: 'checklist', values: choices }, ['open', 'snoozed']);
  await submit('date', { type: 'datetime', subtype: 'date' }, '2024-05-01');
  await submit('time stamp', { type: 'datetime', subtype: 'date' }, '2024-05-01T10:00:00Z');
  await submit('object', { type: 'textfield' }, { id: 7 });
  process.exit();
})();
JS

seen=$(node submit.cjs)
want='known choice: "open" becomes "open", 0 problems
unknown choice: "snoozed" becomes null, 0 problems
number: 1 becomes null, 0 problems
list: ["open","snoozed"] becomes ["open"], 0 problems
date: "2024-05-01" becomes "2024-05-01", 0 problems
time stamp: "2024-05-01T10:00:00Z" becomes null, 0 problems
object: {"id":7} becomes "", 0 problems'

echo "@bpmn-io/form-js-viewer $(node -p 'require("./node_modules/@bpmn-io/form-js-viewer/package.json").version')"
echo 'expected: each value as it was, or a warning'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
