#!/usr/bin/env bash
# The HTTP client of the Camunda connectors sends a POST a second time when the server answers 503.
# It does so inside one call, before the job's own retries, and reports only the last answer.
# Library: io.camunda.connector:http-client 8.8.7.
# Why it matters: a server that stored the record and then answered 503 gets it twice, whatever the job's retries.
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
  <dependencies>
    <dependency><groupId>io.camunda.connector</groupId>
      <artifactId>http-client</artifactId><version>8.8.7</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Post.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import io.camunda.connector.http.client.HttpClientService;
import io.camunda.connector.http.client.model.HttpClientRequest;
import io.camunda.connector.http.client.model.HttpMethod;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class Post {
  public static void main(String[] args) throws Exception {
    for (int status : new int[] {500, 503}) {
      var received = new AtomicInteger();
      var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext("/", exchange -> {
        received.incrementAndGet();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
      });
      server.start();
      var request = new HttpClientRequest();
      request.setMethod(HttpMethod.POST);
      request.setUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      request.setHeaders(Map.of("Content-Type", "application/json"));
      request.setBody(Map.of("name", "Ada"));
      try {
        new HttpClientService().executeConnectorRequest(request);
      } catch (RuntimeException failure) {
        System.out.println("status " + status + ": POST received " + received + " times");
      }
      server.stop(0);
    }
  }
}
JAVA
seen=$("$java" -cp 'lib/*' Post.java 2> /dev/null | grep '^status')
want='status 500: POST received 1 times
status 503: POST received 2 times'

basename lib/http-client-*.jar
echo 'expected: each POST received once'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
