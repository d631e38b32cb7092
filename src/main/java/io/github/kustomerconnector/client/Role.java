package io.github.kustomerconnector.client;

/**
 * The role that a key needs for a call; any one of the two names is enough ("API keys and roles",
 * developer.kustomer.com).
 *
 * @param permission the permission-set role, such as {@code org.permission.customer.create}
 * @param legacy the older role, such as {@code org.user.customer.write}
 */
public record Role(String permission, String legacy) {

    @Override
    public String toString() {
        return permission + " (or " + legacy + ")";
    }
}
