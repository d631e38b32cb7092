#!/usr/bin/env bash
# getMembersOfGroup of jira-client returns the first page for each start. It describes the parameters "startAt" and
# "maxResults", but sends them in the form of another resource: "expand=users[start:maximum]". Jira's list of a group's
# members describes "startAt" and "maxResults", not that form. Only the answer shows that it starts at 0.
# Library: jira-client 8.2.2 (npm), against a local server with 120 members.
# Why it matters: a synchronisation that reads 120 members in three pages removes the access of 70 agents.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts jira-client@8.2.2

cat > read.cjs <<'JS'
const { createServer } = require('node:http');
const JiraApi = require('jira-client');

const members = Array.from({ length: 120 }, (_, index) => `agent-${index}`);
let sent;
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url, 'http://localhost');
  sent = searchParams.toString();
  const startAt = Number(searchParams.get('startAt') ?? 0);
  const maxResults = Number(searchParams.get('maxResults') ?? 50);
  const values = members.slice(startAt, startAt + maxResults).map(accountId => ({ accountId }));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ startAt, maxResults, total: members.length, values }));
});
server.listen(0, '127.0.0.1', async () => {
  const jira = new JiraApi({ protocol: 'http', host: '127.0.0.1', port: server.address().port, apiVersion: '2' });
  const all = new Set();
  for (const start of [0, 50, 100]) {
    const { values } = await jira.getMembersOfGroup('agents', start, 50);
    values.forEach(({ accountId }) => all.add(accountId));
    console.log(`from ${start}: ${values[0].accountId} to ${values.at(-1).accountId}, ${decodeURIComponent(sent)}`);
  }
  console.log(`${all.size} members`);
  process.exit();
});
JS

seen=$(node --no-deprecation read.cjs)
want='from 0: agent-0 to agent-49, groupname=agents&expand=users[0:50]&includeInactiveUsers=false
from 50: agent-0 to agent-49, groupname=agents&expand=users[50:50]&includeInactiveUsers=false
from 100: agent-0 to agent-49, groupname=agents&expand=users[100:50]&includeInactiveUsers=false
50 members'

echo "jira-client $(node -p 'require("./node_modules/jira-client/package.json").version')"
echo 'expected: agent-0 to 49, agent-50 to 99, agent-100 to 119, and 120 members'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
