package io.github.kustomerconnector.field;

import io.github.kustomerconnector.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A list without two entries for one identifier, such as one address in two spellings. Two such entries become one with
 * the parts of both; a part of the later one replaces that of the earlier one.
 *
 * @param list the format of the list, whose entries are objects
 * @param identifying the parts of an entry that are its identifier, compared without regard to case
 */
record DistinctFormat(Format list, List<String> identifying) implements Format {

    @Override
    public Json check(String field, Json value) {
        Json checked = list.check(field, value);
        if (checked.size() < 2) {
            return checked;
        }
        Map<String, Json> entries = new LinkedHashMap<>();
        checked.elements().forEach(entry -> entries.merge(identifier(entry), entry, Json::with));
        return entries.size() == checked.size() ? checked : Json.list(entries.values());
    }

    private String identifier(Json entry) {
        String identifier = "";
        for (String part : identifying) {
            identifier += "/" + entry.field(part).flatMap(Json::text).orElse("");
        }
        return identifier.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isEmpty(Json value) {
        return list.isEmpty(value);
    }

    @Override
    public boolean isUnset(Json value) {
        return list.isUnset(value);
    }
}
