#!/usr/bin/env bash
# In feel-engine 1.20.0, each evaluation makes all built-in functions again, with a Jackson mapper for `to json`.
# One evaluation of `1` allocates about 110 kB. In 1.19.5 and in 1.20.2 it allocates about 3 kB.
# Libraries: org.camunda.feel:feel-engine 1.19.5, 1.20.0 and 1.20.2.
# Why it matters: a connector runtime evaluates two expressions for each job, and 8.8.4 to 8.8.7 contain 1.20.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

install() { # version
  mkdir "$1"
  cat > "$1/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>$1</version></dependency>
  </dependencies>
</project>
XML
  (cd "$1" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib > mvn.log 2>&1) || { cat "$1/mvn.log"; exit 1; }
}

cat > Bytes.java <<'JAVA'
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

/** Prints the bytes that one evaluation of the expression 1 allocates, by one engine. */
class Bytes {
  private static final int EVALUATIONS = 2_000;

  public static void main(String[] none) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var engine = FeelEngineBuilder.create().build();
    long before = 0;
    for (int i = 0; i < 2 * EVALUATIONS; i++) {
      if (i == EVALUATIONS) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
      if (!engine.evaluateExpression("1", Map.of()).isSuccess()) {
        throw new IllegalStateException("no result");
      }
    }
    System.out.println((threads.getCurrentThreadAllocatedBytes() - before) / EVALUATIONS);
  }
}
JAVA

bytes() { # version
  install "$1" >&2
  java -cp "$1/lib/*" Bytes.java 2> /dev/null
}

old=$(bytes 1.19.5)
middle=$(bytes 1.20.0)
new=$(bytes 1.20.2)
echo 'expected: about the same number of bytes from the three versions'
echo "seen: 1.19.5 $old, 1.20.0 $middle, 1.20.2 $new bytes for each evaluation of the expression 1"

[ "$middle" -gt 60000 ] && [ "$middle" -gt $((10 * old)) ] && [ "$middle" -gt $((10 * new)) ] ||
  { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
