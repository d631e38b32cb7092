package io.github.kustomerconnector.field;

import java.util.regex.Pattern;

/** The name of a klass, the kind of a KObject. */
public final class KlassFormat {

    /** The names that Kustomer accepts for a new klass ("Core resources", developer.kustomer.com). */
    public static final Format NAME = Formats.text(
            255,
            Pattern.compile("[0-9a-zA-Z_-]+"),
            "is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without"
                    + " kobject. before it");

    private KlassFormat() {}

    /** The type of the KObjects of a klass, as results name it: {@code kobject.order}. */
    public static String type(String klass) {
        return "kobject." + klass;
    }
}
