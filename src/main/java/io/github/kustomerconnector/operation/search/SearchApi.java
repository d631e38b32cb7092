package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import java.util.List;

/** The search endpoints for all record types, and their role ("Search", developer.kustomer.com). */
final class SearchApi {

    static final Path SEARCH = Path.of("/v1/customers/search");

    /** Finds records that were not changed for two years. */
    static final Path ARCHIVE = Path.of("/v1/customers/archive/search");

    static final Role ROLE = new Role(
            "org.permission.search.create",
            "org.user.search.read",
            List.of(
                    "org.permission.search.update",
                    "org.permission.search_global.create",
                    "org.permission.search_preview.create",
                    "org.admin.search.read"));

    private SearchApi() {}
}
