package io.github.kustomerconnector.operation.company;

import static io.github.kustomerconnector.field.BodyBuilder.text;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Authentication;
import io.github.kustomerconnector.operation.Operation;
import io.github.kustomerconnector.operation.Server;
import io.github.kustomerconnector.operation.TaskIdentity;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a company, or updates the one that a look-up by external id or name finds: {@code GET /v1/companies}, then
 * {@code POST /v1/companies} or {@code PUT /v1/companies/{id}}. An id only updates. Existing entries of the company's
 * lists are kept.
 *
 * <p>Kustomer does not document that external ids or names of companies are unique, so only the look-up prevents a
 * second company. Several companies that it finds are a duplicate. A repeat finds the company of the first attempt.
 * Two connector runtimes that create the same company at the same moment are not kept apart.
 */
public record UpsertCompany(
        @Nullable Authentication authentication,
        @Nullable Server server,
        @Nullable CompanyFields company,
        @Nullable UpsertCompanyOptions options)
        implements Operation<CallResult.Written> {

    /** All roles that the API key needs. */
    public static List<Role> roles() {
        return List.of(CompanyApi.READ, CompanyApi.CREATE, CompanyApi.UPDATE);
    }

    @Override
    public WrittenRecord result(CallResult.Written result) {
        return WrittenRecord.of(
                result,
                "company",
                serverOrDefault().link("companies", result.resource().id()));
    }

    @Override
    public Call<CallResult.Written> call(TaskIdentity task) {
        UpsertCompanyOptions chosen = UpsertCompanyOptions.orDefault(options);
        Map<String, Json> given = CompanyMapping.of(company).checked();
        return switch (Choice.orElse(chosen.match(), "automatic")) {
            case "automatic" -> given.containsKey("externalId") ? byExternalId(task, given) : byName(task, given);
            case "externalId" -> byExternalId(task, given);
            case "name" -> byName(task, given);
            case "id" -> byId(task, given);
            default -> throw Choice.unknown("options.match", "automatic", "externalId", "name", "id");
        };
    }

    private Call.Create byExternalId(TaskIdentity task, Map<String, Json> given) {
        String externalId = given(given, "externalId");
        given(given, "name");
        return upsert(task, given, task.ofExternalId(externalId), List.of(CompanyApi.byExternalId(externalId)));
    }

    private Call.Create byName(TaskIdentity task, Map<String, Json> given) {
        String name = given(given, "name");
        return upsert(task, given, task.named("company name " + CompanyApi.comparable(name)), CompanyApi.byName(name));
    }

    private static String given(Map<String, Json> given, String field) {
        return text(given, field).orElseThrow(() -> Failure.invalid("company." + field, "is missing"));
    }

    private Call.Create upsert(TaskIdentity task, Map<String, Json> checked, Identity identity, List<Lookup> lookups) {
        Map<String, Json> given = withPlainName(checked);
        IdempotencyPolicy policy = new IdempotencyPolicy(
                Protection.LOOK_UP_FIRST,
                lookups,
                OnDuplicate.UPDATE_EXISTING,
                found -> false,
                (lookup, found) -> otherExternalId(given, found),
                found -> steps(given, found).stream().findFirst());
        return new Call.Create(
                task.derived(),
                identity,
                CompanyApi.create(given),
                UpsertCompanyOptions.orDefault(options).timeout(),
                policy);
    }

    /** A new company gets a name that each spelling of its blanks finds. */
    private static Map<String, Json> withPlainName(Map<String, Json> checked) {
        Map<String, Json> given = new LinkedHashMap<>(checked);
        text(checked, "name").map(CompanyApi::plain).map(Json::of).ifPresent(name -> given.put("name", name));
        return given;
    }

    private Call.Update byId(TaskIdentity task, Map<String, Json> checked) {
        Map<String, Json> given = withPlainName(checked);
        UpsertCompanyOptions chosen = UpsertCompanyOptions.orDefault(options);
        String id = BodyBuilder.required("options", "companyId", chosen.companyId(), objectId());
        if (given.isEmpty()) {
            throw Failure.invalid("company", "changes nothing: set a field");
        }
        return new Call.Update(
                task.derived(),
                List.of(CompanyApi.byId(id)),
                found -> steps(given, found.orElseThrow()),
                new Revision.Read(),
                text(given, "externalId").stream().map(CompanyApi::byExternalId).toList(),
                chosen.timeout());
    }

    /** The update of an existing company; empty if it has everything already. */
    private static List<Request> steps(Map<String, Json> given, Resource found) {
        Map<String, Json> changes = CompanyMapping.changes(given, found);
        return changes.isEmpty() ? List.of() : List.of(CompanyApi.update(found.id(), changes));
    }

    /** A company with the same name and another external id is another company. */
    private static Optional<String> otherExternalId(Map<String, Json> given, Resource found) {
        return text(given, "externalId")
                .filter(id -> CompanyApi.byExternalId(id).heldBy().negate().test(found))
                .filter(id -> found.attribute("externalId").isPresent())
                .map(id -> CompanyApi.EXTERNAL_ID);
    }
}
