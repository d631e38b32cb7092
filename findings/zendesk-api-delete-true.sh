#!/usr/bin/env bash
# The client zendesk-node-api reports each deletion as done: "delete" resolves to true for a 403 and a 429 as well.
# "create" resolves for both, too, with the error in place of the ticket. "list", which returns all items according to
# its documentation, returns the first page only.
# Library: zendesk-node-api 1.3.0 (npm), against a local server.
# Why it matters: a process that erases a customer's tickets completes, while those of later pages and those beyond the
# rate limit stay.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts zendesk-node-api@1.3.0

cat > call.cjs <<'JS'
const { createServer } = require('node:http');
const Zendesk = require('zendesk-node-api');

let answer;
const server = createServer((request, response) => {
  if (request.url.includes('page=2')) answer = { status: 200, body: { tickets: [{ id: 2 }], next_page: null } };
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
});
server.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  const { tickets } = new Zendesk({ url, email: 'agent@example.com', token: 'none' });
  for (const [what, call, status, body] of [
    ['delete', () => tickets.delete(1), 403, { error: 'Forbidden' }],
    ['delete', () => tickets.delete(1), 429, { error: 'TooManyRequests' }],
    ['create', () => tickets.create({ subject: 'Late' }), 429, { error: 'TooManyRequests' }],
    ['list', () => tickets.list(), 200, { tickets: [{ id: 1 }], next_page: `${url}/api/v2/tickets.json?page=2` }],
  ]) {
    answer = { status, body };
    const result = await call().then(JSON.stringify, () => 'rejected');
    console.log(`${what}, ${status}: ${result}`);
  }
  process.exit();
});
JS

seen=$(node call.cjs 2> /dev/null)
want='delete, 403: true
delete, 429: true
create, 429: {"error":"TooManyRequests"}
list, 200: [{"id":1}]'

echo "zendesk-node-api $(node -p 'require("./node_modules/zendesk-node-api/package.json").version')"
echo 'expected: rejected three times, then two tickets'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
