#!/usr/bin/env bash
# mi-cron computes the next date of a rule for the day 31 without looking at the length of the month: in June it is 1
# July, and the rule for 29 February is due on 1 March of each year that is no leap year. Cron has no such day in a
# month and waits for the next one, as croner does.
# Libraries: @cheap-glitch/mi-cron 1.0.1, croner 11.0.0 (npm).
# Why it matters: the invoice of the last day of a month is sent on the first of the next, in another accounting period.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @cheap-glitch/mi-cron@1.0.1 croner@11.0.0

cat > next.mjs <<'JS'
import mi from '@cheap-glitch/mi-cron';
import { Cron } from 'croner';

const start = new Date('2025-06-14T10:00:00Z');
for (const rule of ['0 9 30 * *', '0 9 31 * *', '0 9 29 2 *', '0 9 31 1,4 *']) {
  const next = mi.parseCron.nextDate(rule, start);
  const croner = new Cron(rule, { timezone: 'UTC' }).nextRun(start);
  console.log(`${rule}: mi-cron ${next.toISOString().slice(0, 10)}, croner ${croner.toISOString().slice(0, 10)}`);
}
JS

seen=$(TZ=UTC node next.mjs)
want='0 9 30 * *: mi-cron 2025-06-30, croner 2025-06-30
0 9 31 * *: mi-cron 2025-07-01, croner 2025-07-31
0 9 29 2 *: mi-cron 2026-03-01, croner 2028-02-29
0 9 31 1,4 *: mi-cron 2026-01-31, croner 2026-01-31'

echo "@cheap-glitch/mi-cron $(node -p 'require("./node_modules/@cheap-glitch/mi-cron/package.json").version')"
echo "croner $(node -p 'require("./node_modules/croner/package.json").version')"
echo 'expected: the same date from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
