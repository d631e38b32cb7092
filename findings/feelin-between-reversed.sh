#!/usr/bin/env bash
# "x between a and b" is the same as "x >= a and x <= b", so it is false when a is greater than b.
# In feelin it is true for numbers with the bounds in the wrong order, but not for texts.
# Libraries: @bpmn-io/feelin 6.1.1 (npm), org.camunda.feel:feel-engine 1.20.0 for comparison.
# Why it matters: with swapped bounds, a form shows a field and the process takes the other branch.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

const context = {};
for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, context);
  console.log(`${JSON.stringify(value)}, ${warnings.length} warnings`);
}
JS

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Eval {
  public static void main(String[] expressions) {
    var engine = FeelEngineBuilder.create().build();
    Map<String, Object> context = Map.of();
    for (var expression : expressions) {
      System.out.println("engine: " + engine.evaluateExpression(expression, context).result());
    }
  }
}
JAVA

expressions=('5 between 10 and 1' '5 >= 10 and 5 <= 1' '"b" between "c" and "a"')
seen=$(node eval.mjs "${expressions[@]}"; java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='true, 0 warnings
false, 0 warnings
false, 0 warnings
engine: false
engine: false
engine: false'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: false each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
