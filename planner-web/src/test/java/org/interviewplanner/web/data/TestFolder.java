package org.interviewplanner.web.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.interviewplanner.web.Application;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A data folder that is filled through the rooms' own doors before the product runs on it. */
public final class TestFolder {
    private final Path folder;
    private final DatabaseAccess access;

    /** Makes the folder's database, runs the product inside this JVM to fill it, and stops both. */
    public TestFolder(Path folder, Consumer<ApplicationContext> filling) {
        this.folder = folder;
        var strategy = SecurityContextHolder.getContextHolderStrategy();
        try (var database = EmbeddedDatabase.start(folder)) {
            access = database.access();
            try (var context =
                    new SpringApplicationBuilder(Application.class)
                            .run(
                                    "--server.port=0",
                                    "--planner.database=" + access.url(),
                                    "--planner.database.user=" + access.user(),
                                    "--planner.database.password=" + access.password(),
                                    "--planner.database.owner.user=" + access.owner(),
                                    "--planner.database.owner.password="
                                            + access.ownerPassword())) {
                filling.accept(context);
            }
        } finally {
            // The second product has made its own the one that all of this JVM use; the first would
            // take whoever used a thread last for whoever uses it now.
            SecurityContextHolder.setContextHolderStrategy(strategy);
        }
    }

    /** Starts the folder's database and leaves it running, for a process that will be killed. */
    public static DatabaseAccess start(Path folder) {
        return EmbeddedDatabase.start(folder).access();
    }

    /** The running database server of the folder. */
    public ProcessHandle server() throws IOException {
        return KillIT.server(folder);
    }

    /** Ends the database server with all its children, as a power cut would. */
    public void killServer() throws Exception {
        KillIT.killHard(server());
    }

    /** As the application, while the server runs. */
    public Connection connect() throws IOException, SQLException {
        var port = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/planner",
                access.user(),
                access.password());
    }
}
