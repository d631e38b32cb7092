#!/usr/bin/env bash
# jsforce leaves conditions out of a query without an error. Of two operators of one field it uses the first only, so
# a range has no upper end. An empty list of ids or an undefined value leaves no condition at all: "find" returns every
# record, and "destroy" of the found records deletes them. A limit of 0 is no limit.
# Library: jsforce 3.10.16 (npm), against a local server with two contacts.
# Why it matters: if the search for duplicates finds none, the deletion of the found duplicates deletes all contacts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts jsforce@3.10.16

cat > find.cjs <<'JS'
const { createServer } = require('node:http');
const { Connection } = require('jsforce');

const contacts = ['003000000000001', '003000000000002'].map(Id => ({ attributes: { type: 'Contact' }, Id }));
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url, 'http://localhost');
  const query = searchParams.get('q');
  const records = query?.includes('WHERE') ? [] : contacts;
  const deleted = searchParams.get('ids')?.split(',').map(id => ({ id, success: true, errors: [] }));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(query ? { totalSize: records.length, done: true, records } : deleted));
});
server.listen(0, '127.0.0.1', async () => {
  const instanceUrl = `http://127.0.0.1:${server.address().port}`;
  const contact = new Connection({ instanceUrl, accessToken: 'none' }).sobject('Contact');
  console.log(await contact.find({ Age__c: { $gte: 18, $lt: 65 } }, 'Id').toSOQL());
  console.log(await contact.find({ Age__c: 18 }, 'Id').limit(0).toSOQL());
  for (const conditions of [{ Id: { $in: ['003000000000009'] } }, { Id: { $in: [] } }, { Email: undefined }]) {
    const query = contact.find(conditions, 'Id');
    console.log(await query.toSOQL());
    console.log(`deleted: ${(await contact.find(conditions, 'Id').destroy()).length}`);
  }
  process.exit();
});
JS

seen=$(node find.cjs)
want=$(cat <<'TEXT'
SELECT Id FROM Contact WHERE Age__c >= 18
SELECT Id FROM Contact WHERE Age__c = 18
SELECT Id FROM Contact WHERE Id IN ('003000000000009')
deleted: 0
SELECT Id FROM Contact
deleted: 2
SELECT Id FROM Contact
deleted: 2
TEXT
)

echo "jsforce $(node -p 'require("./node_modules/jsforce/package.json").version')"
echo 'expected: each condition in its query, or an error; never 2 deleted'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
