#!/usr/bin/env bash
# dayjs-business-time counts one business day from 08:00 to 08:30, before the business hours of the same day start.
# From 08:00 to 18:00 of the same day it counts two, and between two times of a Sunday one.
# "businessHoursDiff" returns 0, 8 and 0 for the same times. moment-business-time counts 0, 1 and 0 days.
# Libraries: dayjs-business-time 1.0.4 (dayjs 1.11.23), moment-business-time 2.0.0 (moment 2.30.1), npm.
# Why it matters: a ticket that arrives before the office opens breaks a target of one day after half an hour.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23 dayjs-business-time@1.0.4 moment@2.30.1 \
  moment-business-time@2.0.0

cat > count.cjs <<'JS'
const dayjs = require('dayjs').extend(require('dayjs-business-time'));
const moment = require('moment-business-time');

for (const [start, end] of [
  ['2024-01-08 09:00', '2024-01-08 17:00'],
  ['2024-01-08 08:00', '2024-01-08 08:30'],
  ['2024-01-08 08:00', '2024-01-08 18:00'],
  ['2024-01-07 08:00', '2024-01-07 09:00'],
]) {
  const hours = dayjs(start).businessHoursDiff(dayjs(end));
  const days = dayjs(start).businessDaysDiff(dayjs(end));
  const other = moment(end).workingDiff(moment(start), 'days');
  console.log(`${start} to ${end.slice(11)}: ${hours} hours, ${days} days, moment ${other}`);
}
JS

seen=$(TZ=UTC node count.cjs)
want='2024-01-08 09:00 to 17:00: 8 hours, 0 days, moment 1
2024-01-08 08:00 to 08:30: 0 hours, 1 days, moment 0
2024-01-08 08:00 to 18:00: 8 hours, 2 days, moment 1
2024-01-07 08:00 to 09:00: 0 hours, 1 days, moment 0'

for name in dayjs-business-time moment-business-time; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: 1, 0, 1 and 0 days'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
