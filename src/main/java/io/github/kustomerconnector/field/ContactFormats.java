package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.field.Formats.bool;
import static io.github.kustomerconnector.field.Formats.distinct;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectOr;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.separated;
import static io.github.kustomerconnector.field.PartFormats.location;
import static io.github.kustomerconnector.field.RecordFormats.EMAIL;
import static io.github.kustomerconnector.field.RecordFormats.PHONE;
import static io.github.kustomerconnector.field.RecordFormats.URL;

/** The lists that customers and companies have in common. A list has at most ten entries. */
public final class ContactFormats {

    private static final int MAX_LIST = 10;

    /** E-mail addresses. */
    public static final Format EMAILS = separated(
            MAX_LIST,
            objectOr(
                    required("email", EMAIL),
                    optional("type", oneOf("home", "work", "other")),
                    optional("verified", bool())),
            "email");

    /** Phone numbers. */
    public static final Format PHONES = separated(
            MAX_LIST,
            objectOr(
                    required("phone", PHONE),
                    optional("type", oneOf("mobile", "home", "work", "fax", "other")),
                    optional("verified", bool())),
            "phone");

    /** WhatsApp numbers. */
    public static final Format WHATSAPPS = separated(
            MAX_LIST,
            objectOr(required("phone", PHONE), optional("type", oneOf("mobile")), optional("verified", bool())),
            "phone");

    /** Web sites. */
    public static final Format URLS =
            list(MAX_LIST, objectOr(required("url", URL), optional("type", oneOf("website", "blog", "other"))));

    /** Profiles in social networks. */
    public static final Format SOCIALS = distinct(
            list(
                    MAX_LIST,
                    object(
                            required("type", oneOf("twitter", "facebook", "instagram", "linkedin", "pinterest")),
                            required("username", identifier(256)),
                            optional("userid", identifier(256)),
                            optional("url", URL),
                            optional("verified", bool()))),
            "type",
            "username");

    /** Addresses. */
    public static final Format LOCATIONS = list(MAX_LIST, location(optional("type", oneOf("home", "work", "other"))));

    private ContactFormats() {}
}
