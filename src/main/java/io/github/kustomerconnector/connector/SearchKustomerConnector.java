package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.search.SearchKustomer;

/** Search Kustomer: see {@link SearchKustomer}. */
@OutboundConnector(name = "Search Kustomer", type = "kustomer:search:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.SearchKustomer.v1",
        name = "Search Kustomer",
        version = 1,
        description = "Searches Kustomer for customers, conversations or any other records",
        inputDataClass = SearchKustomer.class,
        metadata =
                @Metadata(keywords = {"kustomer", "search", "query", "list customers", "list conversations", "report"}),
        propertyGroups = {
            @PropertyGroup(id = "search", label = "Search"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultVariable = "searchResult")
public final class SearchKustomerConnector extends KustomerConnector<SearchKustomer> {

    /** The constructor for the connector runtime. */
    public SearchKustomerConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    SearchKustomerConnector(ConnectorEnvironment environment) {
        super(SearchKustomer.class, SearchKustomer.roles(), environment);
    }
}
