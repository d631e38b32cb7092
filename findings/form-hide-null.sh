#!/usr/bin/env bash
# A field of a form with the condition "hide if =vip" is hidden while "vip" is null or missing, and its value is not
# submitted. The form reads the condition as a test of a decision table, so null equals the missing input.
# A text or number as the result does not hide the field. "=vip = true" works.
# Library: @bpmn-io/form-js-viewer 1.23.0, jsdom 26.1.0 (npm).
# Why it matters: the field of a record without that value disappears, and the process loses its value.
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
const submit = async (hide, variables) => {
  const form = new Form({ container: document.querySelector('#form') });
  const note = { type: 'textfield', id: 'a', key: 'note', conditional: { hide } };
  await form.importSchema({ type: 'default', id: 'sample', schemaVersion: 18, components: [note] }, variables);
  console.log(`${hide} with ${JSON.stringify(variables)}: ${JSON.stringify(form.submit().data)}`);
  form.destroy();
};
(async () => {
  await submit('=vip', { note: 'late', vip: true });
  await submit('=vip', { note: 'late', vip: false });
  await submit('=vip', { note: 'late', vip: null });
  await submit('=vip', { note: 'late' });
  await submit('=total > 100', { note: 'late' });
  await submit('=vip = true', { note: 'late' });
  process.exit();
})();
JS

seen=$(node submit.cjs)
want='=vip with {"note":"late","vip":true}: {}
=vip with {"note":"late","vip":false}: {"note":"late"}
=vip with {"note":"late","vip":null}: {}
=vip with {"note":"late"}: {}
=total > 100 with {"note":"late"}: {}
=vip = true with {"note":"late"}: {"note":"late"}'

echo "@bpmn-io/form-js-viewer $(node -p 'require("./node_modules/@bpmn-io/form-js-viewer/package.json").version')"
echo 'expected: {"note":"late"} for each but the first'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
