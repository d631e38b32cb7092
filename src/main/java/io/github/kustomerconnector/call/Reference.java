package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.util.function.Predicate;

/**
 * A record that a task names by a portable name in place of its id, such as the key of a queue. Ids differ between a
 * sandbox and production.
 *
 * @param field the input that contains the name
 * @param description the record, as messages name it: "queue with this key"
 * @param get the GET of the list that Kustomer filters by the name
 * @param named whether a record of the list has the name
 */
public record Reference(String field, String description, Request get, Predicate<Resource> named) {}
