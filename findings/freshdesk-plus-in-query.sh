#!/usr/bin/env bash
# The search functions of freshdesk-api do not encode "+" and "#" in the query that they put into the address.
# A server decodes "+" as a space, so a search for ann+shop@example.com looks for "ann shop@example.com".
# After "#" the rest of the query is missing.
# Library: freshdesk-api 3.1.0 (npm), against a local server that decodes the query as a form does.
# Why it matters: the search finds nobody, and a process creates the contact once more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts freshdesk-api@3.1.0

cat > search.cjs <<'JS'
const { createServer } = require('node:http');
const Freshdesk = require('freshdesk-api');

const server = createServer((request, response) => {
  const query = new URL(request.url, 'http://localhost').searchParams.get('query');
  console.log(`[${query.replace(/["']/g, '')}]`);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"results": []}');
});
server.listen(0, '127.0.0.1', async () => {
  const freshdesk = new Freshdesk(`http://127.0.0.1:${server.address().port}`, 'none');
  for (const query of ["email:'ann@example.com'", "email:'ann+shop@example.com'", "company_name:'Shop #2'"]) {
    await new Promise(resolve => freshdesk.filterContacts(query, resolve));
  }
  process.exit();
});
JS

seen=$(node search.cjs)
want='[email:ann@example.com]
[email:ann shop@example.com]
[company_name:Shop ]'

echo "freshdesk-api $(node -p 'require("./node_modules/freshdesk-api/package.json").version')"
echo 'expected: ann@example.com, ann+shop@example.com, Shop #2'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
