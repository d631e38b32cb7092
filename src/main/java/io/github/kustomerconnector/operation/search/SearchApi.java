package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Role;
import java.util.List;

/** The search endpoints, which serve every kind of record, and the role that they need ("Search", developer.kustomer.com). */
final class SearchApi {

    static final Path SEARCH = Path.of("/v1/customers/search");

    /** Of records that nobody has touched for two years. */
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
