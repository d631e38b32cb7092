#!/usr/bin/env bash
# airtable-plus has an option "transform", whose empty results are left out of the list. If it leaves out all records,
# the list has all of them, unchanged. "deleteWhere" reads through the same option and then deletes each record. Its
# manual describes a function that changes the records as they are read.
# Library: airtable-plus 1.0.4 (npm), whose fixed address is replaced by a local server.
# Why it matters: a clean-up of tickets that are closed deletes the open ones on the first day without a closed one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts airtable-plus@1.0.4

cat > clean.cjs <<'JS'
const { createServer } = require('node:http');
const AirtablePlus = require('airtable-plus');

let records;
const server = createServer((request, response) => {
  const id = request.url.split(/[/?]/)[4];
  if (request.method === 'DELETE') {
    records = records.filter(record => record.id !== id);
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(request.method === 'DELETE' ? { id, deleted: true } : { records }));
});
server.listen(0, '127.0.0.1', async () => {
  process.env.AIRTABLE_ENDPOINT_URL = `http://127.0.0.1:${server.address().port}`;
  const transform = row => (row.fields.Status === 'closed' ? row : null);
  const table = new AirtablePlus({ apiKey: 'none', baseID: 'base', tableName: 'Tickets', transform });
  for (const states of [['open', 'closed', 'open'], ['open', 'open', 'open']]) {
    records = states.map((Status, i) => ({ id: `rec${i}`, fields: { Status } }));
    const read = (await table.read()).map(row => row.fields.Status);
    await table.deleteWhere('TRUE()');
    const left = records.map(row => row.fields.Status);
    console.log(`${states}: read [${read}], after the deletion [${left}]`);
  }
  process.exit();
});
JS

seen=$(node --no-deprecation clean.cjs)
want='open,closed,open: read [closed], after the deletion [open,open]
open,open,open: read [open,open,open], after the deletion []'

echo "airtable-plus $(node -p 'require("./node_modules/airtable-plus/package.json").version')"
echo 'expected: the second line has [] and then [open,open,open]'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
