package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.company.UpsertCompany;

/** Create or Update Kustomer Company: see {@link UpsertCompany}. */
@MessageLike
@OutboundConnector(
        name = "Create or Update Kustomer Company",
        type = "kustomer:upsert-company:1",
        inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.UpsertCompany.v1",
        name = "Create or Update Kustomer Company",
        version = 1,
        description = "Creates a company in Kustomer, or updates the one with the same external ID or name",
        inputDataClass = UpsertCompany.class,
        metadata =
                @Metadata(
                        keywords = {
                            "kustomer",
                            "create or update company",
                            "upsert company",
                            "sync company",
                            "account",
                            "organization",
                            "customer service"
                        }),
        propertyGroups = {
            @PropertyGroup(id = "company", label = "Company"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={companyId: id, companyOutcome: outcome}")
public final class UpsertCompanyConnector extends KustomerConnector<UpsertCompany> {

    /** The constructor for the connector runtime. */
    public UpsertCompanyConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    UpsertCompanyConnector(ConnectorEnvironment environment) {
        super(UpsertCompany.class, UpsertCompany.roles(), environment);
    }
}
