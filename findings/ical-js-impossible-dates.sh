#!/usr/bin/env bash
# ical.js moves an impossible date of a yearly rule to the next month: a rule that starts on 29 February is due on
# 1 March, and one for the 31st of January to March on 2 March. RFC 5545 has such dates ignored. A monthly rule that
# starts on the 31st does ignore them. rrule ignores them in all three.
# Libraries: ical.js 2.2.1, rrule 2.8.1 (npm).
# Why it matters: a calendar shows a contract's renewal on days that the sender's calendar does not have.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 rrule@2.8.1

cat > dates.mjs <<'JS'
import ICAL from 'ical.js';
import rrule from 'rrule';

const day = date => date.toISOString().slice(0, 10);
for (const [start, rule] of [
  ['2024-02-29', 'FREQ=YEARLY;COUNT=3'],
  ['2024-01-31', 'FREQ=YEARLY;BYMONTH=1,2,3;COUNT=3'],
  ['2024-01-31', 'FREQ=MONTHLY;COUNT=3'],
]) {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(`${start}T09:00:00Z`));
  const dates = [];
  for (let next = iterator.next(); next; next = iterator.next()) dates.push(day(next.toJSDate()));
  const text = `DTSTART:${start.replaceAll('-', '')}T090000Z\nRRULE:${rule}`;
  console.log(`${start} ${rule}`);
  console.log(`ical.js ${dates.join(', ')} | rrule ${rrule.rrulestr(text).all().map(day).join(', ')}`);
}
JS

seen=$(TZ=UTC node dates.mjs)
want='2024-02-29 FREQ=YEARLY;COUNT=3
ical.js 2024-02-29, 2025-03-01, 2026-03-01 | rrule 2024-02-29, 2028-02-29, 2032-02-29
2024-01-31 FREQ=YEARLY;BYMONTH=1,2,3;COUNT=3
ical.js 2024-01-31, 2024-03-02, 2024-03-31 | rrule 2024-01-31, 2024-03-31, 2025-01-31
2024-01-31 FREQ=MONTHLY;COUNT=3
ical.js 2024-01-31, 2024-03-31, 2024-05-31 | rrule 2024-01-31, 2024-03-31, 2024-05-31'

for name in ical.js rrule; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
echo 'expected: the same dates from both in each line'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
