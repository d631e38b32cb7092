package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;

/**
 * One record of a list. It has no relationships, because lists grow large.
 *
 * @param id the record's Kustomer id
 * @param type {@code customer}, {@code conversation}, ...
 * @param attributes the record's attributes as Kustomer returned them
 * @param url the record in Kustomer's web application if the organization is known, else in the API
 */
public record ListedRecord(String id, String type, Json attributes, String url) {

    /**
     * The record for the process.
     *
     * @param type the record's type if the answer does not contain it
     */
    public static ListedRecord of(Resource resource, String type, String url) {
        return new ListedRecord(resource.id(), resource.typeOr(type), resource.attributes(), url);
    }
}
