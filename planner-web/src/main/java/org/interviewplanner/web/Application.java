package org.interviewplanner.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.interviewplanner.web.data.CannotStartException;
import org.interviewplanner.web.data.DatabaseAccess;
import org.interviewplanner.web.data.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the product. */
@SpringBootApplication
public class Application {

    /**
     * Starts the database first, if it is ours, so that a failure is one sentence, then the rest.
     */
    public static void main(String[] arguments) {
        try {
            var line = CommandLine.parse(List.of(arguments), System.getenv());
            if (line.help()) {
                System.out.println(CommandLine.HELP);
                return;
            }
            start(line);
        } catch (IllegalArgumentException | CannotStartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void start(CommandLine line) {
        checkPort(line);
        var application = new SpringApplication(Application.class);
        if (line.database() == null) {
            var database =
                    line.demo()
                            ? EmbeddedDatabase.startThrowAway()
                            : EmbeddedDatabase.start(line.data());
            // Last of all: after the web server and the pool.
            SpringApplication.getShutdownHandlers().add(database::close);
            application.addInitializers(context ->
                    ((GenericApplicationContext) context)
                            .registerBean(
                                    EmbeddedDatabase.class,
                                    () -> database,
                                    definition -> definition.setDestroyMethodName("")));
        } else {
            // Spring would say the same in two hundred lines.
            DatabaseAccess.external(name -> line.property(name, System.getenv()))
                    .ifPresent(DatabaseAccess::check);
        }
        application.run(line.spring().toArray(String[]::new));
    }

    /** Before anything is made: the web server would notice it last, and in thirty lines. */
    private static void checkPort(CommandLine line) {
        var environment = System.getenv();
        var given = line.property("server.port", environment);
        var address = line.property("server.address", environment);
        if (given == null
                ? Files.exists(Path.of("config")) || Files.exists(Path.of("application.properties"))
                : !given.matches("\\d{1,5}")) {
            return; // Only Spring knows where that leads.
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            var port = given == null ? 8080 : Integer.parseInt(given);
            socket.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    """
                    The port (%s) cannot be opened: %s.
                    Maybe another interview planner is running; stop it, or choose another with --port.\
                    """
                            .formatted(given == null ? "8080" : given, e.getMessage()),
                    e);
        }
    }
}
