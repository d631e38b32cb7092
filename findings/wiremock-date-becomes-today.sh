#!/usr/bin/env bash
# A response template of WireMock inserts today's date for a date that it cannot read: "parseDate" returns nothing for
# a date without a time or without an offset, and "date" takes now in place of nothing. So it does for a text, as
# "jsonPath" returns it. Neither the answer nor its status shows an error.
# Library: org.wiremock:wiremock-standalone 3.13.1 (Maven Central), on a local port.
# Why it matters: a mock answers with a due date of today, and tests of deadlines pass on some days.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.wiremock</groupId>
      <artifactId>wiremock-standalone</artifactId><version>3.13.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Mock.java <<'JAVA'
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

class Mock {
  public static void main(String[] args) throws Exception {
    var server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().globalTemplating(true));
    server.start();
    var due = "(jsonPath request.body '$.due')";
    for (var template : new String[] {"{{date (parseDate " + due + ") format='yyyy-MM-dd'}}",
        "{{date " + due + " format='yyyy-MM-dd'}}"}) {
      server.stubFor(post("/due").willReturn(ok(template)));
      for (var text : new String[] {"2024-01-31T10:00:00Z", "2024-01-31T10:00:00", "2024-01-31"}) {
        var request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/due"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"due\": \"" + text + "\"}")).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        var date = answer.body();
        // The second day is for an answer just before midnight.
        for (var when : new Instant[] {Instant.now(), Instant.now().minus(Duration.ofMinutes(1))}) {
          date = date.equals(LocalDate.ofInstant(when, ZoneOffset.UTC).toString()) ? "today" : date;
        }
        var helper = template.contains("parseDate") ? "date of parseDate" : "date";
        System.out.println(helper + ", " + text + ": " + answer.statusCode() + " " + date);
      }
    }
    server.stop();
    System.exit(0);
  }
}
JAVA

seen=$(TZ=UTC java -Duser.timezone=UTC -cp 'lib/*' Mock.java 2> /dev/null)
want='date of parseDate, 2024-01-31T10:00:00Z: 200 2024-01-31
date of parseDate, 2024-01-31T10:00:00: 200 today
date of parseDate, 2024-01-31: 200 today
date, 2024-01-31T10:00:00Z: 200 today
date, 2024-01-31T10:00:00: 200 today
date, 2024-01-31: 200 today'

basename lib/wiremock-standalone-*.jar
echo 'expected: 2024-01-31 in each line, or an error'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
