package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.Formats.Member;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object with known fields.
 *
 * @param members the fields by name
 * @param identifying the required fields that are no choice; if there are none, all fields that are no choice
 */
record ObjectFormat(Map<String, Member> members, List<String> identifying) implements Format {

    static ObjectFormat of(List<Member> members) {
        Map<String, Member> byName = new LinkedHashMap<>();
        members.forEach(member -> byName.put(member.name(), member));
        boolean anyRequired = members.stream().anyMatch(Member::required);
        List<String> identifying = members.stream()
                .filter(member -> member.required() || !anyRequired)
                .filter(member -> !member.isChoice())
                .map(Member::name)
                .toList();
        return new ObjectFormat(byName, identifying);
    }

    @Override
    public Json check(String field, Json value) {
        if (!value.isObject()) {
            throw Failure.invalid(field, "must be an object with " + names());
        }
        CheckedFields checked = new CheckedFields(field);
        value.forEachField((name, entry) -> {
            Member member = members.get(InvisibleCharacters.normalized(name));
            if (member == null) {
                throw Failure.invalid(field, "has an unknown field: the known fields are " + names());
            }
            checked.put(member.name(), entry, member.format());
        });
        for (Member member : members.values()) {
            if (member.required()) {
                checked.require(member.name());
            }
        }
        return checked.build();
    }

    private String names() {
        return String.join(", ", members.keySet());
    }

    /**
     * Also for an object whose identifying fields are blank, such as {@code {phone: "", type: "mobile"}}. A form's
     * dynamic list contains such a row if the user fills in nothing. An object with an unknown field is not
     * empty, because the field may be a misspelled identifier. Neither is one with another text or number, such as
     * {@code {email: "", name: "Ann"}}, because it would be lost.
     */
    @Override
    public boolean isEmpty(Json value) {
        return Format.super.isEmpty(value) || (identifies(value) && hasOnlyBlanks(value));
    }

    private boolean identifies(Json value) {
        for (String name : identifying) {
            if (value.has(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasOnlyBlanks(Json value) {
        return value.hasOnly((name, field) -> {
            Member member = members.get(name);
            return member != null && (member.isChoice() || field.isBlank());
        });
    }

    @Override
    public boolean isUnset(Json value) {
        return isEmpty(value);
    }

    /** The object, or only the value of its main field. */
    record OrMain(Member main, ObjectFormat object) implements Format {

        @Override
        public Json check(String field, Json value) {
            Json given = value.isObject()
                    ? value
                    : ListFormat.parsed(value).filter(Json::isObject).orElse(value);
            return given.isObject()
                    ? object.check(field, given)
                    : Json.object(Map.of(main.name(), main.format().check(field, given)));
        }

        @Override
        public boolean isUnset(Json value) {
            return isEmpty(value);
        }

        @Override
        public boolean isEmpty(Json value) {
            return object.isEmpty(value);
        }
    }
}
