#!/usr/bin/env bash
# The text of a duration in Camunda's FEEL engine has whole seconds only: half a second is "P0D", 1.5 seconds "PT1S".
# The value itself has the fraction: it is not equal to zero. Kie keeps it in the text.
# Libraries: org.camunda.feel:feel-engine 1.20.0, org.kie:kie-dmn-feel 10.1.0 for comparison.
# Why it matters: a short back-off that is stored as a text or a variable becomes no wait at all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId><version>2.19.2</version></dependency>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
    <dependency><groupId>org.kie</groupId>
      <artifactId>kie-dmn-feel</artifactId><version>10.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

class Eval {
  public static void main(String[] expressions) {
    var camunda = FeelEngineBuilder.create().build();
    var kie = FEELBuilder.builder().build();
    for (var expression : expressions) {
      System.out.println(camunda.evaluateExpression(expression, Map.of()).result() + " | " + kie.evaluate(expression));
    }
  }
}
JAVA

seen=$(java -cp 'lib/*' Eval.java \
  'string(duration("PT1.5S"))' \
  'string(duration("PT0.5S"))' \
  'duration("PT0.5S") = duration("PT0S")' \
  'date and time("2024-01-01T10:00:00.500Z") - date and time("2024-01-01T10:00:00Z")' 2> /dev/null)
want='PT1S | PT1.5S
P0D | PT0.5S
false | false
PT0.5S | PT0.5S'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: PT1.5S, PT0.5S, false, PT0.5S; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
