#!/usr/bin/env bash
# FEEL's "matches", "replace" and "split" follow XPath's regular expressions; Camunda's engine uses Java's instead.
# "[a-z-[aeiou]]" is "letters but not vowels" in XPath. Java reads a union, so Camunda also accepts the vowels.
# "$" also matches before a last line break. The flag "q" (take the pattern literally) has no effect.
# Libraries: org.camunda.feel:feel-engine 1.20.0, org.kie:kie-dmn-feel 10.1.0 for comparison.
# Why it matters: the same decision has another result in another engine, without an error.
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
  'matches("a", "[a-z-[aeiou]]")' \
  'replace("hello", "[a-z-[aeiou]]", "")' \
  'matches("a\n", "a$")' \
  'replace("a.b", ".", "-", "q")' 2> /dev/null)
want='true | false
 | eo
true | false
--- | a-b'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: false, eo, false, a-b; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
