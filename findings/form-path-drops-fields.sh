#!/usr/bin/env bash
# A form field with the key "order.note" makes the form submit an "order" with only that field. The other fields of the
# variable, which the form received, are missing. A dynamic list drops the fields of its items in the same way.
# The engine replaces a variable as a whole when a task completes, so these values are lost in the process.
# Libraries: @bpmn-io/form-js-viewer 1.23.0, jsdom 26.1.0 (npm).
# Why it matters: a person opens a form, changes one note, and the order loses its total.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/form-js-viewer@1.23.0 jsdom@26.1.0

cat > submit.cjs <<'JS'
const { JSDOM } = require('jsdom');

const { window } = new JSDOM('<div id="form"></div>', { pretendToBeVisual: true });
const names = ['document', 'HTMLElement', 'Node', 'Element', 'SVGElement', 'KeyboardEvent', 'requestAnimationFrame'];
for (const name of names) globalThis[name] = window[name];
globalThis.window = window;
globalThis.ResizeObserver = window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };

const { Form } = require('@bpmn-io/form-js-viewer');
const text = (id, key) => ({ type: 'textfield', id, key });
const schema = {
  type: 'default', id: 'sample', schemaVersion: 18,
  components: [
    text('a', 'order.note'),
    { type: 'dynamiclist', id: 'b', path: 'items', components: [text('c', 'name')] },
  ],
};
const variables = { order: { note: 'late', total: 5 }, items: [{ name: 'lamp', price: 3 }] };
(async () => {
  const form = new Form({ container: document.querySelector('#form') });
  await form.importSchema(schema, variables);
  console.log(JSON.stringify(form.submit().data));
  process.exit();
})();
JS

seen=$(node submit.cjs)
want='{"order":{"note":"late"},"items":[{"name":"lamp"}]}'

echo "@bpmn-io/form-js-viewer $(node -p 'require("./node_modules/@bpmn-io/form-js-viewer/package.json").version')"
echo 'expected: {"order":{"note":"late","total":5},"items":[{"name":"lamp","price":3}]}'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
