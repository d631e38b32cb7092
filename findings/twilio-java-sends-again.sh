#!/usr/bin/env bash
# Twilio's Java client sends each request up to three times while the answer is a 5xx, also the POST that sends a text
# message, without an option set. A 429 is not repeated. Twilio's client for Node sends the POST once.
# RFC 9110 has a client not repeat a POST automatically unless it knows that the first one was not carried out.
# Libraries: com.twilio.sdk:twilio 13.0.1 (Maven Central), twilio 6.3.1 (npm), against a local server.
# Why it matters: if a gateway answers 502 after the message was accepted, the customer receives it three times.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.twilio.sdk</groupId>
      <artifactId>twilio</artifactId><version>13.0.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

npm install --silent --no-audit --no-fund --ignore-scripts twilio@6.3.1

cat > Send.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import com.twilio.exception.ApiException;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;

class Send {
  public static void main(String[] args) throws Exception {
    for (var status : new int[] {502, 429}) {
      var posts = new AtomicInteger();
      var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext("/", exchange -> {
        exchange.getRequestBody().readAllBytes();
        posts.incrementAndGet();
        exchange.sendResponseHeaders(status, 2);
        exchange.getResponseBody().write("{}".getBytes());
        exchange.close();
      });
      server.start();
      var client = new TwilioRestClient.Builder("AC0", "none")
          .httpClient(new Local("http://127.0.0.1:" + server.getAddress().getPort())).build();
      try {
        Message.creator(new PhoneNumber("+15005550006"), new PhoneNumber("+15005550001"), "Late").create(client);
      } catch (ApiException refused) {
        System.out.println("Java, " + status + ": " + posts + " POSTs");
      }
      server.stop(0);
    }
  }

  /** Sends what the client would send to Twilio to the local server. */
  private static final class Local extends com.twilio.http.HttpClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;

    Local(String server) {
      this.server = server;
    }

    @Override
    public Response makeRequest(Request request) {
      try {
        var local = HttpRequest.newBuilder(URI.create(server + request.constructURL().getFile()))
            .method(request.getMethod().toString(), HttpRequest.BodyPublishers.ofString("Body=Late")).build();
        var answer = http.send(local, BodyHandlers.ofString());
        return new Response(answer.body(), answer.statusCode());
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
JAVA

cat > send.cjs <<'JS'
const { createServer } = require('node:http');
const twilio = require('twilio');

let posts = 0;
let status;
const server = createServer((request, response) => {
  posts++;
  response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
});
server.listen(0, '127.0.0.1', async () => {
  const local = new twilio.RequestClient();
  const send = local.request.bind(local);
  local.request = options => {
    const { pathname, search } = new URL(options.uri);
    return send({ ...options, uri: `http://127.0.0.1:${server.address().port}${pathname}${search}` });
  };
  const client = twilio('AC0', 'none', { httpClient: local });
  for (status of [502, 429]) {
    posts = 0;
    await client.messages.create({ to: '+15005550006', from: '+15005550001', body: 'Late' })
      .catch(() => console.log(`Node, ${status}: ${posts} POSTs`));
  }
  process.exit();
});
JS

seen=$(java -cp 'lib/*' Send.java 2> /dev/null; node send.cjs)
want='Java, 502: 3 POSTs
Java, 429: 1 POSTs
Node, 502: 1 POSTs
Node, 429: 1 POSTs'

basename lib/twilio-*.jar
echo "twilio $(node -p 'require("./node_modules/twilio/package.json").version') (npm)"
echo 'expected: 1 POSTs in each line'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
