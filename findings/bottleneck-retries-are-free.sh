#!/usr/bin/env bash
# Bottleneck starts a failed job again without asking its limits: neither the number of jobs in a period nor the pause
# between two jobs holds for a repeat, and a repeat is not counted. Its manual has the counter decrease each time a job
# is launched. New jobs obey both limits.
# Library: bottleneck 2.19.5 (npm).
# Why it matters: a client that repeats what a help desk refuses with 429 sends more requests than before, and is
# blocked.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts bottleneck@2.19.5

cat > limit.cjs <<'JS'
const Bottleneck = require('bottleneck');

async function run(limits) {
  const limiter = new Bottleneck({ ...limits, maxConcurrent: 1 });
  limiter.on('failed', (error, { retryCount }) => Promise.resolve(retryCount < 7 ? 1 : undefined));
  const started = Date.now();
  let calls = 0;
  await limiter.schedule(async () => {
    if (++calls < 8) {
      throw new Error('429');
    }
  });
  const time = Date.now() - started < 10_000 ? 'within ten seconds' : 'later';
  console.log(`${JSON.stringify(limits)}: ${calls} calls ${time}, ${await limiter.currentReservoir()} left`);
}

const perHour = { reservoir: 2, reservoirRefreshAmount: 2, reservoirRefreshInterval: 3_600_000 };
run(perHour).then(() => run({ minTime: 60_000 })).then(() => process.exit());
JS

seen=$(node limit.cjs)
want='{"reservoir":2,"reservoirRefreshAmount":2,"reservoirRefreshInterval":3600000}: 8 calls within ten seconds, 1 left
{"minTime":60000}: 8 calls within ten seconds, null left'

echo "bottleneck $(node -p 'require("./node_modules/bottleneck/package.json").version')"
echo 'expected: 2 calls and 1 call within ten seconds'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
