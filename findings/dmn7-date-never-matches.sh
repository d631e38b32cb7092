#!/usr/bin/env bash
# In Camunda 7 the cell date("2024-01-01") of a decision table matches no date: a variable of the type date is a date
# with a time for the table, and FEEL does not compare the two. The result is the one of the last rule, without a
# message. A cell with date and time(...) works, as in the manual of Camunda 7.
# Library: org.camunda.bpm.dmn:camunda-engine-dmn 7.22.0.
# Why it matters: a table that finds the contracts of this year finds none, although date(...) is FEEL's date.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.bpm.dmn</groupId>
      <artifactId>camunda-engine-dmn</artifactId><version>7.22.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Decide.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

class Decide {
  static final String TABLE = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="f">
        <decision id="d" name="d">
          <decisionTable id="t" hitPolicy="FIRST">
            <input id="i"><inputExpression id="e" typeRef="date"><text>signed</text></inputExpression></input>
            <output id="o" name="age" typeRef="string" />
            <rule id="r1">
              <inputEntry id="c1"><text>CELL</text></inputEntry><outputEntry id="o1"><text>"new"</text></outputEntry>
            </rule>
            <rule id="r2">
              <inputEntry id="c2"><text></text></inputEntry><outputEntry id="o2"><text>"old"</text></outputEntry>
            </rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  public static void main(String[] cells) {
    var engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    for (var cell : cells) {
      var table = TABLE.replace("CELL", cell.replace("<", "&lt;"));
      var decision = engine.parseDecision("d", new ByteArrayInputStream(table.getBytes()));
      Map<String, Object> data = Map.of("signed", Date.from(Instant.parse("2024-06-15T12:00:00Z")));
      System.out.println(cell + ": " + engine.evaluateDecisionTable(decision, data).getSingleResult().getSingleEntry());
    }
  }
}
JAVA

cells=(
  '> date("2024-01-01")'
  '[date("2024-01-01")..date("2024-12-31")]'
  '> date and time("2024-01-01T00:00:00")'
)

seen=$(java -cp 'lib/*' Decide.java "${cells[@]}" 2> /dev/null)
want='> date("2024-01-01"): old
[date("2024-01-01")..date("2024-12-31")]: old
> date and time("2024-01-01T00:00:00"): new'

basename lib/camunda-engine-dmn-[0-9]*.jar
basename lib/feel-engine-*.jar
echo 'expected: new each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
