package org.interviewplanner.web;

import java.util.List;
import org.interviewplanner.web.data.CannotStartException;
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
        var application = new SpringApplication(Application.class);
        var given = line.spring().toArray(String[]::new);
        if (line.database() != null) {
            application.run(given);
            return;
        }
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
        try {
            application.run(given);
        } catch (Throwable e) {
            database.close();
            throw e;
        }
    }
}
