#!/usr/bin/env bash
# jira2md turns underscores inside words into emphasis, also inside links and e-mail addresses.
# Jira's markup needs a space or punctuation around "_". jira2slack leaves such words alone.
# Libraries: jira2md 3.0.1, jira2slack 1.3.0 (npm).
# Why it matters: an address or a link from a Jira issue is another one in the help desk's note.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts jira2md@3.0.1 jira2slack@1.3.0

cat > convert.cjs <<'JS'
const { to_markdown } = require('jira2md');
const { toSlack } = require('jira2slack');

for (const text of ['_late_', 'ann_lee_smith@example.com', '[label|https://example.com/a_b_c.pdf]']) {
  console.log(`${to_markdown(text)} ${toSlack(text)}`);
}
JS

seen=$(node convert.cjs)
want='*late* _late_
ann*lee*smith@example.com ann_lee_smith@example.com
[label](https://example.com/a*b*c.pdf) <https://example.com/a_b_c.pdf|label>'

for name in jira2md jira2slack; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: only the first text has emphasis; left Markdown, right Slack'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
