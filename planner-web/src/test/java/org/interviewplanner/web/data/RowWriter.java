package org.interviewplanner.web.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A process to be killed: starts the embedded database over a folder, adds rows with four hands,
 * and prints the id of each row whose commit the database has acknowledged. Looks for the database
 * again when that is gone.
 */
final class RowWriter {

    private static final int HANDS = 4;

    private RowWriter() {}

    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(arguments[0]));
        var access = database.access();
        try (var owner =
                        DriverManager.getConnection(
                                access.url(), access.owner(), access.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute("create table if not exists kept (id uuid primary key)");
            statement.execute("grant select, insert on kept to " + access.user());
        }
        for (var hand = 0; hand < HANDS; hand++) {
            Thread.ofPlatform().start(() -> write(access));
        }
    }

    private static void write(DatabaseAccess access) {
        while (true) {
            try (var connection = connect(access);
                    var insert = connection.prepareStatement("insert into kept (id) values (?)")) {
                while (true) {
                    var id = UUID.randomUUID();
                    insert.setObject(1, id);
                    insert.executeUpdate();
                    System.out.println(id);
                }
            } catch (SQLException e) {
                // Gone; whether the last row was kept nobody knows, so it does not count.
                Thread.yield();
            }
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
