#!/usr/bin/env bash
# The condition of a FEEL "if" that is not a Boolean counts as true in feelin and as false in feel-engine.
# Even the number 0 and the empty list choose "then" in feelin.
# Libraries: @bpmn-io/feelin 6.1.1 (npm) and org.camunda.feel:feel-engine 1.20.0.
# Why it matters: an expression that was tried out in JavaScript takes the other branch in the Camunda 8 engine.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feelin@6.1.1

cat > eval.mjs <<'JS'
import { evaluate } from '@bpmn-io/feelin';

for (const expression of process.argv.slice(2)) {
  const { value, warnings } = evaluate(expression, {});
  console.log(`${value}, ${warnings.length} warnings`);
}
JS

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId>
      <version>1.20.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Eval {
  public static void main(String[] expressions) {
    var engine = FeelEngineBuilder.create().build();
    for (var expression : expressions) {
      var result = engine.evaluateExpression(expression, Map.of());
      System.out.println(result.isSuccess() ? result.result() : "error: " + result.failure().message());
    }
  }
}
JAVA

expressions=('if "x" then 1 else 2' 'if 0 then 1 else 2' 'if [] then 1 else 2')
seen="feelin: $(node eval.mjs "${expressions[@]}" | cut -d, -f1 | paste -sd ' ')
feel-engine: $(java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null | paste -sd ' ')"
want='feelin: 1 1 1
feel-engine: 2 2 2'

echo "@bpmn-io/feelin $(node -p 'require("./node_modules/@bpmn-io/feelin/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: the same three numbers from both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
