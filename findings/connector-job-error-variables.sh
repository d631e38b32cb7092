#!/usr/bin/env bash
# In an error expression, jobError drops the variables of its second argument. bpmnError keeps its variables.
# Library: io.camunda.connector:connector-runtime-core 8.8.7.
# Why it matters: the variables are missing when the incident is handled, so details belong in the message.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

java=
for candidate in "${JAVA_HOME:-/usr}/bin/java" /usr/lib/jvm/*/bin/java; do
  [ -x "$candidate" ] && "$candidate" --version | grep -qE '^[a-z]+ (2[1-9]|[3-9][0-9])' && java=$candidate && break
done
[ -n "$java" ] || { echo 'This script needs JDK 21 or later.'; exit 1; }

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencyManagement><dependencies><dependency>
    <groupId>com.fasterxml.jackson</groupId><artifactId>jackson-bom</artifactId><version>2.21.0</version>
    <type>pom</type><scope>import</scope>
  </dependency></dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>io.camunda.connector</groupId>
      <artifactId>connector-runtime-core</artifactId><version>8.8.7</version></dependency>
    <dependency><groupId>io.camunda.connector</groupId>
      <artifactId>connector-object-mapper</artifactId><version>8.8.7</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Errors.java <<'JAVA'
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import io.camunda.connector.runtime.core.ConnectorResultHandler;
import io.camunda.connector.runtime.core.outbound.ErrorExpressionJobContext;
import io.camunda.connector.runtime.core.outbound.ErrorExpressionJobContext.ErrorExpressionJob;
import java.util.Map;

class Errors {
  public static void main(String[] expressions) {
    var handler = new ConnectorResultHandler(ConnectorsObjectMapperSupplier.getCopy());
    var job = new ErrorExpressionJobContext(new ErrorExpressionJob(3));
    for (var expression : expressions) {
      var headers = Map.of("errorExpression", expression);
      System.out.println("seen " + handler.examineErrorExpression(Map.of(), headers, job).orElseThrow());
    }
  }
}
JAVA
seen=$("$java" -cp 'lib/*' Errors.java '=bpmnError("GONE", "no such order", {order: 7})' \
  '=jobError("no such order", {order: 7}, 2)' 2> /dev/null | grep '^seen' |
  grep -oE '[A-Za-z]+Error\[|variables=[^}]*}')
want='BpmnError[
variables={order=7}
JobError[
variables={}'

basename lib/connector-runtime-core-*.jar
echo 'expected: variables={order=7} for both'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
