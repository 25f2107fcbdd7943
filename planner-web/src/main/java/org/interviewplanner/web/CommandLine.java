package org.interviewplanner.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interviewplanner.web.data.UserFolders;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for at the start.
 *
 * @param data the folder of the embedded database
 * @param database the address of an external server, or null for the embedded one
 * @param demo whether to show everything on data that are thrown away
 * @param spring the arguments that go on to Spring
 */
record CommandLine(
        boolean help, Path data, @Nullable String database, boolean demo, List<String> spring) {

    static final String HELP =
            """
            Plans and runs technical interviews. Starts the product in the browser's reach.

              --port NUMBER     where to listen (8080)
              --data FOLDER     where to keep the data (%s)
              --database URL    an external PostgreSQL instead of the one inside:
                                jdbc:postgresql://host/name?user=…&password=…
                                (or PLANNER_DATABASE_USER and PLANNER_DATABASE_PASSWORD; if
                                another role owns the database, PLANNER_DATABASE_OWNER_USER
                                and PLANNER_DATABASE_OWNER_PASSWORD)
              --demo            people and finished sessions to look at, thrown away at the end
              --help            this text

            Every --name.of.a.property=value goes on to Spring Boot.\
            """
                    .formatted(UserFolders.data());

    /**
     * @param environment the variables that stand in for missing options: PLANNER_DATA and
     *     PLANNER_DATABASE
     * @throws IllegalArgumentException if an option is unknown, has no value, or contradicts
     *     another
     */
    static CommandLine parse(List<String> arguments, Map<String, String> environment) {
        var help = false;
        var demo = false;
        @Nullable String data = null;
        @Nullable String database = null;
        var spring = new ArrayList<String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            var equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            switch (name) {
                case "--help", "-h" -> help = true;
                case "--demo" -> demo = true;
                case "--data" -> data = value(argument, rest);
                case "--database" -> database = value(argument, rest);
                case "--port" -> spring.add("--server.port=" + port(value(argument, rest)));
                default -> {
                    if (!name.startsWith("--") || name.indexOf('.') < 0) {
                        throw new IllegalArgumentException(
                                """
                                The option (%s) is unknown.
                                Maybe --help shows the one you want.\
                                """
                                        .formatted(argument));
                    }
                    spring.add(argument);
                }
            }
        }
        if (demo && (data != null || database != null)) {
            throw new IllegalArgumentException(
                    """
                    --demo throws its data away and goes with neither --data nor --database.
                    Maybe leave those out.\
                    """);
        }
        if (data != null && database != null) {
            throw new IllegalArgumentException(
                    """
                    --data names the folder of the database inside and does not go with --database.
                    Maybe leave one out.\
                    """);
        }
        if (!demo && data == null && database == null) {
            data = environment.get("PLANNER_DATA");
            database = environment.get("PLANNER_DATABASE");
        }
        if (demo) {
            spring.add("--planner.demo=true");
        }
        // Also when empty: the variable of the environment must not overrule the command line.
        spring.add("--planner.database=" + (database == null ? "" : database));
        return new CommandLine(
                help,
                data == null || data.isBlank() ? UserFolders.data() : Path.of(data),
                database == null || database.isBlank() ? null : database,
                demo,
                List.copyOf(spring));
    }

    private static String value(String argument, java.util.Iterator<String> rest) {
        var equals = argument.indexOf('=');
        if (equals >= 0 && equals + 1 < argument.length()) {
            return argument.substring(equals + 1);
        }
        if (equals < 0 && rest.hasNext()) {
            return rest.next();
        }
        throw new IllegalArgumentException(
                """
                The option (%s) needs a value.
                Maybe --help shows which.\
                """
                        .formatted(argument));
    }

    private static int port(String value) {
        try {
            var port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the same sentence
        }
        throw new IllegalArgumentException(
                """
                The port (%s) must be a whole number from 0 to 65535.
                Maybe leave it out: it is then 8080.\
                """
                        .formatted(value));
    }
}
