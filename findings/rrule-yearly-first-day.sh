#!/usr/bin/env bash
# "FREQ=YEARLY;BYMONTHDAY=1" is the first day of each month for three libraries and one day a year for three others.
# RFC 5545 has BYMONTHDAY expand a yearly rule; a year without BYMONTH has twelve first days. With BYMONTH all agree.
# Libraries: lib-recur 0.17.1, ical4j 4.4.0, biweekly 0.6.8 (Maven Central),
# rrule 2.8.1, rrule-temporal 2.2.8, ical.js 2.2.1 (npm).
# Why it matters: a calendar shows a yearly review each month, or a service leaves out eleven of twelve tasks.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.dmfs</groupId>
      <artifactId>lib-recur</artifactId><version>0.17.1</version></dependency>
    <dependency><groupId>org.mnode.ical4j</groupId>
      <artifactId>ical4j</artifactId><version>4.4.0</version></dependency>
    <dependency><groupId>net.sf.biweekly</groupId>
      <artifactId>biweekly</artifactId><version>0.6.8</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

npm install --silent --no-audit --no-fund --ignore-scripts rrule@2.8.1 rrule-temporal@2.2.8 ical.js@2.2.1

cat > Dates.java <<'JAVA'
import biweekly.Biweekly;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

class Dates {
  public static void main(String[] rules) throws Exception {
    for (var rule : rules) {
      System.out.println(rule);
      List<String> dates = new ArrayList<>();
      var recur = new RecurrenceRule(rule).iterator(DateTime.parse("20240101T090000Z"));
      while (recur.hasNext()) {
        var next = recur.nextDateTime();
        dates.add(String.format("%d-%02d-%02d", next.getYear(), next.getMonth() + 1, next.getDayOfMonth()));
      }
      System.out.println("lib-recur: " + String.join(", ", dates));

      dates.clear();
      var start = ZonedDateTime.parse("2024-01-01T09:00:00Z");
      for (var next : new Recur<ZonedDateTime>(rule).getDates(start, start, start.plusYears(9))) {
        dates.add(next.toLocalDate().toString());
      }
      System.out.println("ical4j: " + String.join(", ", dates));

      dates.clear();
      var event = Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:finding\r\nBEGIN:VEVENT\r\nUID:1\r\n"
          + "DTSTAMP:20240101T000000Z\r\nDTSTART:20240101T090000Z\r\nRRULE:" + rule
          + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").first().getEvents().get(0);
      var iterator = event.getDateIterator(TimeZone.getTimeZone("UTC"));
      while (iterator.hasNext()) {
        dates.add(iterator.next().toInstant().toString().substring(0, 10));
      }
      System.out.println("biweekly: " + String.join(", ", dates));
    }
  }
}
JAVA

cat > dates.mjs <<'JS'
import ICAL from 'ical.js';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';

const day = date => new Date(date).toISOString().slice(0, 10);
for (const rule of process.argv.slice(2)) {
  console.log(rule);
  const text = `DTSTART:20240101T090000Z\nRRULE:${rule}`;
  console.log(`rrule: ${rrule.rrulestr(text).all().map(day).join(', ')}`);
  const temporal = new RRuleTemporal({ rruleString: text }).all().map(date => day(date.epochMilliseconds));
  console.log(`rrule-temporal: ${temporal.join(', ')}`);
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString('2024-01-01T09:00:00Z'));
  const dates = [];
  for (let next = iterator.next(); next; next = iterator.next()) dates.push(day(next.toJSDate()));
  console.log(`ical.js: ${dates.join(', ')}`);
}
JS

rules=('FREQ=YEARLY;BYMONTHDAY=1;COUNT=3' 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;COUNT=3')
seen=$(java -Duser.timezone=UTC -cp 'lib/*' Dates.java "${rules[@]}" 2> /dev/null; TZ=UTC node dates.mjs "${rules[@]}")
want='FREQ=YEARLY;BYMONTHDAY=1;COUNT=3
lib-recur: 2024-01-01, 2025-01-01, 2026-01-01
ical4j: 2024-01-01, 2025-01-01, 2026-01-01
biweekly: 2024-01-01, 2024-02-01, 2024-03-01
FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;COUNT=3
lib-recur: 2024-01-01, 2025-01-01, 2026-01-01
ical4j: 2024-01-01, 2025-01-01, 2026-01-01
biweekly: 2024-01-01, 2025-01-01, 2026-01-01
FREQ=YEARLY;BYMONTHDAY=1;COUNT=3
rrule: 2024-01-01, 2024-02-01, 2024-03-01
rrule-temporal: 2024-01-01, 2024-02-01, 2024-03-01
ical.js: 2024-01-01, 2025-01-01, 2026-01-01
FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;COUNT=3
rrule: 2024-01-01, 2025-01-01, 2026-01-01
rrule-temporal: 2024-01-01, 2025-01-01, 2026-01-01
ical.js: 2024-01-01, 2025-01-01, 2026-01-01'

for name in lib-recur ical4j biweekly; do basename "lib/$name"-[0-9]*.jar; done
for name in rrule rrule-temporal ical.js; do
  echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
echo 'expected: the same dates from all six, for each rule'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
