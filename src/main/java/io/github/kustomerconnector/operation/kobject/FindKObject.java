package io.github.kustomerconnector.operation.kobject;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.FindOptions;
import io.github.kustomerconnector.operation.FoundRecords;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds KObjects: {@code GET /v1/klasses/{name}/{id}}, {@code GET /v1/klasses/{name}/externalId={externalId}}, or
 * {@code GET /v1/customers/{id}/klasses/{name}} and {@code GET /v1/companies/{id}/klasses/{name}} page by page. The
 * operation only reads, so a repeat is safe, but it can return newer records. Kustomer does not document how it answers
 * for a klass that does not exist. The connector assumes 404, as for an unknown KObject.
 */
public record FindKObject(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable KObjectQuery kobject,
        @Nullable FindOptions options)
        implements Operation<CallResult.Query> {

    /** All roles that the API key needs. The lists need the role to read the owner instead. */
    public static List<Role> roles() {
        return List.of(KObjectApi.READ);
    }

    @Override
    public Call<? extends CallResult.Query> call(TaskIdentity task) {
        KObjectQuery query = query();
        return switch (Choice.orElse(query.by(), "id")) {
            case "id" -> find(task, KObjectLookup.byId("kobject", query.klass(), query.id()));
            case "externalId" -> find(task, KObjectLookup.byExternalId("kobject", query.klass(), query.externalId()));
            case "customer" -> list(task, KObjectListQuery.ofCustomer(query));
            case "company" -> list(task, KObjectListQuery.ofCompany(query));
            default -> throw Choice.unknown("kobject.by", "id", "externalId", "customer", "company");
        };
    }

    @Override
    public FoundRecords result(CallResult.Query result) {
        String klass = BodyBuilder.required("kobject", "klass", query().klass(), KlassFormat.NAME);
        FoundRecords found =
                FoundRecords.of(result, KlassFormat.type(klass), KObjectApi.links(serverOrDefault(), klass));
        if (!found.found() && FindOptions.orDefault(options).required()) {
            throw Failure.notFound(listed(klass), "the owner has no such KObject");
        }
        return found;
    }

    private Request listed(String klass) {
        return Choice.orElse(query().by(), "id").equals("company")
                ? Request.get(KObjectApi.ofCompany("", klass), KObjectApi.OF_COMPANY)
                : Request.get(KObjectApi.ofCustomer("", klass), KObjectApi.OF_CUSTOMER);
    }

    private KObjectQuery query() {
        return kobject == null ? new KObjectQuery(null, null, null, null, null, null, null, null, null) : kobject;
    }

    private Query.Find find(TaskIdentity task, KObjectLookup kobject) {
        return FindOptions.orDefault(options).find(task, kobject.lookup());
    }

    private Query.ListAll list(TaskIdentity task, KObjectListQuery list) {
        return new Query.ListAll(
                task.derived(),
                list::page,
                kobject -> true,
                list.most(),
                FindOptions.orDefault(options).checked().timeout());
    }
}
