#!/usr/bin/env bash
# json-diff-ts can split a set of changes into single ones ("atomize") and join them again. Joined changes that remove
# several items of a list keep some of them, because each removal moves the next items. No error is reported.
# The manual describes the second step as the way back to the set of changes. That set removes all items.
# Library: json-diff-ts 4.10.4 (npm).
# Why it matters: a synchronisation that stores single changes leaves tags on a customer that were removed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts json-diff-ts@4.10.4

cat > apply.mjs <<'JS'
import { applyChangeset, atomizeChangeset, diff, unatomizeChangeset } from 'json-diff-ts';

for (const [before, after] of [['abc', 'ab'], ['abc', ''], ['abcd', 'ad']]) {
  const tags = text => ({ tags: [...text] });
  const changes = diff(tags(before), tags(after));
  const joined = unatomizeChangeset(atomizeChangeset(changes));
  const apply = set => applyChangeset(tags(before), set).tags.join('');
  console.log(`${before} to ${after || 'none'}: set ${apply(changes) || 'none'}, joined ${apply(joined) || 'none'}`);
}
JS

seen=$(node apply.mjs)
want='abc to ab: set ab, joined ab
abc to none: set none, joined b
abcd to ad: set ad, joined add'

echo "json-diff-ts $(node -p 'require("./node_modules/json-diff-ts/package.json").version')"
echo 'expected: ab, none and ad, twice in each line'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
