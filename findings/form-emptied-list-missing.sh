#!/usr/bin/env bash
# A form whose dynamic list has lost its last row submits no list at all, instead of an empty one.
# The engine keeps a variable that a completed task does not name, so the removed row stays in the process.
# A list that still has a row is submitted without the removed one.
# Library: @bpmn-io/form-js-viewer 1.23.0, jsdom 26.1.0 (npm).
# Why it matters: a person removes the only item of an order, and the process still has it.
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
const submit = async items => {
  const container = document.querySelector('#form');
  const form = new Form({ container });
  const name = { type: 'textfield', id: 'b', key: 'name' };
  const list = { type: 'dynamiclist', id: 'a', path: 'items', allowAddRemove: true, components: [name] };
  await form.importSchema({ type: 'default', id: 'sample', schemaVersion: 18, components: [list] }, { items });
  const rows = () => container.querySelectorAll('input').length;
  const until = async count => {
    for (let i = 0; i < 200 && rows() !== count; i++) await new Promise(resolve => setTimeout(resolve, 20));
  };
  await until(items.length);
  await new Promise(resolve => setTimeout(resolve, 500)); // a person is slower than the form
  container.querySelector('.fjs-repeat-row-remove').click();
  await until(items.length - 1);
  await new Promise(resolve => setTimeout(resolve, 500));
  console.log(`${items.length} rows, now ${rows()}: ${JSON.stringify(form.submit().data)}`);
  form.destroy();
};
(async () => {
  await submit([{ name: 'lamp' }, { name: 'desk' }]);
  await submit([{ name: 'lamp' }]);
  process.exit();
})();
JS

seen=$(node submit.cjs)
want='2 rows, now 1: {"items":[{"name":"desk"}]}
1 rows, now 0: {}'

echo "@bpmn-io/form-js-viewer $(node -p 'require("./node_modules/@bpmn-io/form-js-viewer/package.json").version')"
echo 'expected: {"items":[{"name":"desk"}]} and {"items":[]}'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
