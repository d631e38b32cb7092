#!/usr/bin/env bash
# Two libraries that split a full name lose a part of it. humanparser takes the family name Ma for a degree, also where
# the comma of "Ma, Jack" marks it. parse-full-name takes the given name Van or Della for a prefix of the family
# name. Each name survives in the other library.
# Libraries: humanparser 2.7.0, parse-full-name 1.2.7 (npm).
# Why it matters: customers are stored without a family name or a given name, and a letter starts with "Dear ,".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts humanparser@2.7.0 parse-full-name@1.2.7

cat > split.cjs <<'JS'
const { parseName } = require('humanparser');
const { parseFullName } = require('parse-full-name');

for (const name of ['Ann Lee', 'Jack Ma', 'Ma, Jack', 'Van Morrison', 'Della Reese']) {
  const human = parseName(name);
  const full = parseFullName(name);
  const show = (given, family) => `${given || 'none'} + ${family || 'none'}`;
  console.log(`${name}: ${show(human.firstName, human.lastName)} | ${show(full.first, full.last)}`);
}
JS

seen=$(node split.cjs)
want='Ann Lee: Ann + Lee | Ann + Lee
Jack Ma: Jack + none | Jack + Ma
Ma, Jack: Jack + none | Jack + Ma
Van Morrison: Van + Morrison | none + Van Morrison
Della Reese: Della + Reese | none + Della Reese'

for name in humanparser parse-full-name; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: given + family name twice; left humanparser, right parse-full-name'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
