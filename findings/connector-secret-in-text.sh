#!/usr/bin/env bash
# The connector runtime takes "secrets." and a word anywhere in a text input for a reference to a secret.
# A harmless text that names a file "secrets.txt" fails the job, because no secret has the name "txt".
# Library: io.camunda.connector:connector-runtime-core 8.8.7.
# Why it matters: the text of a customer's message can stop a process with an incident about a missing secret.
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

cat > Bind.java <<'JAVA'
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.connector.api.secret.SecretContext;
import io.camunda.connector.api.secret.SecretProvider;
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import io.camunda.connector.runtime.core.outbound.JobHandlerContext;
import java.lang.reflect.Proxy;

class Bind {
  record Input(String text) {}

  static class NoSecrets implements SecretProvider {
    public String getSecret(String name, SecretContext context) {
      return null;
    }
  }

  public static void main(String[] texts) {
    var mapper = ConnectorsObjectMapperSupplier.getCopy();
    for (var text : texts) {
      var job = (ActivatedJob) Proxy.newProxyInstance(Bind.class.getClassLoader(),
          new Class<?>[] {ActivatedJob.class}, (proxy, method, args) -> switch (method.getName()) {
            case "getVariables" -> mapper.writeValueAsString(new Input(text));
            default -> method.getReturnType() == long.class ? (Object) 1L : null;
          });
      try {
        var context = new JobHandlerContext(job, new NoSecrets(), input -> {}, null, mapper);
        System.out.println("seen: " + context.bindVariables(Input.class));
      } catch (RuntimeException failure) {
        System.out.println("seen: " + failure.getMessage());
      }
    }
  }
}
JAVA
seen=$("$java" -cp 'lib/*' Bind.java 'See secret.txt on the share' 'See secrets.txt on the share' \
  2> /dev/null | grep '^seen')
want="seen: Input[text=See secret.txt on the share]
seen: Secret with name 'txt' is not available"

basename lib/connector-runtime-core-*.jar
echo 'expected: both texts are bound unchanged'
printf '%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
