#!/usr/bin/env bash
# The FEEL linter of Camunda's modeler accepts valid FEEL that the engine cannot parse.
# Examples are a list type with its element type, and the call of a function that an expression returns.
# Libraries: @bpmn-io/feel-lint 3.2.0 with @camunda/feel-builtins 1.4.1 (npm), org.camunda.feel:feel-engine 1.20.0.
# Why it matters: the engine can refuse an expression that has no red mark in the modeler.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/feel-lint@3.2.0 @camunda/feel-builtins@1.4.1

cat > lint.mjs <<'JS'
import { lintExpression } from '@bpmn-io/feel-lint';
import { camundaBuiltins } from '@camunda/feel-builtins';

const options = { builtins: camundaBuiltins, parserDialect: 'camunda' };
for (const expression of process.argv.slice(2)) {
  console.log(lintExpression(expression, options).length, 'lint messages');
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

expressions=('[1] instance of list<number>' '(function(x) x + 1)(1)' '1 +')
seen=$(node lint.mjs "${expressions[@]}"
  java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null | cut -d ' ' -f 1-4)
want='0 lint messages
0 lint messages
1 lint messages
error: failed to parse
error: failed to parse
error: failed to parse'

echo "feel-lint $(node -p 'require("./node_modules/@bpmn-io/feel-lint/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: the linter marks what the engine cannot parse (the third expression is the control)'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
