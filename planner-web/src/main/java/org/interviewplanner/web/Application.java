package org.interviewplanner.web;

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
}
