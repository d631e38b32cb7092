#!/usr/bin/env bash
# The analyzer that finds the variables of a FEEL expression misses some of them in filters, without an error.
# The path "customer.orders[1].amount" has no input, "[x, y][item > z]" only z, and a filter with "and" loses every
# name in it. The limit of "orders[amount > limit]" becomes a field of the orders only.
# Library: @bpmn-io/feel-analyzer 0.5.1 with @camunda/feel-builtins 1.4.1 (npm).
# Why it matters: a tool that asks for the inputs of an expression before a test run does not ask for these, and the
# expression is null.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feel-analyzer@0.5.1 @camunda/feel-builtins@1.4.1

cat > analyze.mjs <<'JS'
import { FeelAnalyzer } from '@bpmn-io/feel-analyzer';
import { camundaBuiltins, camundaReservedNameBuiltins } from '@camunda/feel-builtins';

const analyzer = new FeelAnalyzer({
  parserDialect: 'camunda', builtins: camundaBuiltins, reservedNameBuiltins: camundaReservedNameBuiltins,
});
for (const expression of process.argv.slice(2)) {
  const { inputs } = analyzer.analyzeExpression(expression);
  const names = inputs.map(({ name, entries = [] }) => [name, ...entries.map(entry => `${name}.${entry.name}`)]);
  console.log(`${expression}: ${names.flat().join(', ') || 'none'}`);
}
JS

expressions=(
  'some order in orders satisfies order.amount > limit'
  'orders[amount > limit]'
  'orders[amount > limit and owner = me]'
  'customer.orders[1].amount'
  '[x, y][item > z]'
)
seen=$(node analyze.mjs "${expressions[@]}")
want='some order in orders satisfies order.amount > limit: limit, orders
orders[amount > limit]: orders, orders.amount, orders.limit
orders[amount > limit and owner = me]: orders
customer.orders[1].amount: none
[x, y][item > z]: z'

for name in @bpmn-io/feel-analyzer @camunda/feel-builtins; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: orders and limit; the same; also me; customer; x, y and z'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
