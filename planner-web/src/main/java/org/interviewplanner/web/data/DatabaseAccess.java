package org.interviewplanner.web.data;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who comes in: the application reads and writes rows, the owner makes
 * tables.
 *
 * @param url a JDBC address without any user or password
 * @param user the role of the application
 * @param owner the role that runs the migrations; may be the same one
 */
record DatabaseAccess(
        String url, String user, String password, String owner, String ownerPassword) {

    private static final String SCHEME = "jdbc:postgresql:";

    /**
     * Reads the address of an external server. User and password may stand in its query ({@code
     * ?user=…&password=…}, percent-encoded) or be given beside it.
     *
     * @param owner the role that runs the migrations, or null if the application's role owns the
     *     database
     * @throws IllegalArgumentException if the address is not one of PostgreSQL, or no user is given
     */
    static DatabaseAccess external(
            String address,
            @Nullable String user,
            @Nullable String password,
            @Nullable String owner,
            @Nullable String ownerPassword) {
        if (!address.startsWith(SCHEME)) {
            throw new IllegalArgumentException(
                    """
                    The database (%s) must be an address that starts with %s.
                    Maybe write --database jdbc:postgresql://host/name?user=…&password=…\
                    """
                            .formatted(withoutQuery(address), SCHEME));
        }
        var kept = new ArrayList<String>();
        var question = address.indexOf('?');
        if (question >= 0) {
            for (var parameter : address.substring(question + 1).split("&")) {
                if (parameter.startsWith("user=")) {
                    user = decoded(parameter);
                } else if (parameter.startsWith("password=")) {
                    password = decoded(parameter);
                } else if (!parameter.isEmpty()) {
                    kept.add(parameter);
                }
            }
        }
        if (user == null || user.isBlank()) {
            throw new IllegalArgumentException(
                    """
                    The database (%s) must come with a user.
                    Maybe add ?user=…&password=… to the address, or set PLANNER_DATABASE_USER and \
                    PLANNER_DATABASE_PASSWORD.\
                    """
                            .formatted(withoutQuery(address)));
        }
        var secret = password == null ? "" : password;
        var url = withoutQuery(address) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
        return owner == null || owner.isBlank()
                ? new DatabaseAccess(url, user, secret, user, secret)
                : new DatabaseAccess(
                        url, user, secret, owner, ownerPassword == null ? "" : ownerPassword);
    }

    private static String withoutQuery(String address) {
        var question = address.indexOf('?');
        return question < 0 ? address : address.substring(0, question);
    }

    private static String decoded(String parameter) {
        return URLDecoder.decode(
                parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "%s as %s, owner %s".formatted(url, user, owner);
    }
}
