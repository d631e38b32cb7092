#!/usr/bin/env bash
# The FEEL function "string" turns a context into a text that looks like JSON but is not.
# Keys have no quotes, and quotes inside a text are not escaped. The function "to json" writes JSON.
# Library: org.camunda.feel:feel-engine 1.20.0.
# Why it matters: a JSON API refuses a request body that is built with string(context).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

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

seen=$(java -cp 'lib/*' Eval.java \
  'string({name: "Ada", note: "the \"big\" order"})' \
  'to json({name: "Ada", note: "the \"big\" order"})' 2> /dev/null)
want='{name:"Ada", note:"the "big" order"}
{"name":"Ada","note":"the \"big\" order"}'

basename lib/feel-engine-*.jar
echo 'expected: twice the same JSON object'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
