#!/usr/bin/env bash
# node-zendesk rejects its promise for a 404, but some failures are results. If the second page of a list
# meets the rate limit (429), the promise resolves: the error is the last "ticket", and later pages are missing.
# A 504 to the creation of a ticket resolves too, with the body of the error.
# Library: node-zendesk 6.0.1 (npm), against a local server.
# Why it matters: an incomplete list looks complete, and a ticket that may not exist looks created.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts node-zendesk@6.0.1

cat > list.cjs <<'JS'
const { createServer } = require('node:http');
const { createClient } = require('node-zendesk');

const server = createServer((request, response) => {
  const answer = (status, body, headers) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  const next = `http://${request.headers.host}/api/v2/tickets.json?page=2`;
  if (request.method === 'POST') answer(504, { error: 'timeout' });
  else if (request.url.includes('tickets/9')) answer(404, {});
  else if (request.url.includes('page=2')) answer(429, { error: 'slow down' }, { 'retry-after': '1' });
  else answer(200, { tickets: [{ id: 1 }], meta: { has_more: true }, links: { next } });
});
server.listen(0, '127.0.0.1', async () => {
  const endpointUri = `http://127.0.0.1:${server.address().port}/api/v2`;
  const { tickets } = createClient({ username: 'ann@example.com', token: 'none', endpointUri });
  const log = (what, promise, show) => promise.then(show, () => 'rejected').then(text => console.log(what, text));
  await log('show:', tickets.show(9), JSON.stringify);
  await log('list:', tickets.list(), all => all.map(one => one.id ?? one.constructor.name).join());
  await log('create:', tickets.create({ ticket: { subject: 'Late' } }), ({ result }) => JSON.stringify(result));
  process.exit();
});
JS

seen=$(node list.cjs)
want='show: rejected
list: 1,Error
create: {"error":"timeout"}'

echo "node-zendesk $(node -p 'require("./node_modules/node-zendesk/package.json").version')"
echo 'expected: rejected three times'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
