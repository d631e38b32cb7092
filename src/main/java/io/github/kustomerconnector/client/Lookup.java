package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;
import java.util.function.Predicate;

/**
 * One way to find the record again.
 *
 * @param field the identifier, as messages name it
 * @param request the GET that answers with the record or 404
 * @param heldBy whether a record that was found otherwise has this identifier too, so that the request can be saved
 */
public record Lookup(String field, Request request, Predicate<Resource> heldBy) {}
