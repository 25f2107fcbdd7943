package org.interviewplanner.web.bank;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.TeamId;
import org.interviewplanner.web.data.TestFolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process to be killed: starts the embedded database over a folder, prints how many rows each of
 * the team's tables has, and accepts a large import. Arguments: folder, team, number of questions;
 * without a number it only counts.
 */
public final class ImportWriter {
    /** What an import writes. */
    private static final List<String> TABLES =
            List.of(
                    "bank_import",
                    "section",
                    "question",
                    "revision",
                    "question_source",
                    "import_change",
                    "question_pair",
                    "section_proposal");

    private ImportWriter() {}

    public static void main(String[] arguments) throws Exception {
        var access = TestFolder.start(Path.of(arguments[0]));
        Flyway.configure()
                .dataSource(access.url(), access.owner(), access.ownerPassword())
                .placeholders(Map.of("appRole", access.user()))
                .load()
                .migrate();
        var source = new DriverManagerDataSource(access.url(), access.user(), access.password());
        var template = new NamedParameterJdbcTemplate(new JdbcTemplate(source));
        var jdbc = JdbcClient.create(template);
        var team = new TeamId(UUID.fromString(arguments[1]));
        if (arguments.length == 2) {
            count(jdbc, team);
            return;
        }
        var person = new PersonId(UUID.randomUUID());
        jdbc.sql("insert into team (id, name) values (?, 'Team')").params(team.value()).update();
        jdbc.sql(
                        "insert into person (id, team_id, name, password_hash, version) values (?, ?, ?, '-', 0)")
                .params(person.value(), team.value(), person.value().toString())
                .update();
        var sections = new Sections(jdbc);
        var importing =
                new Importing(
                        sections,
                        new Questions(jdbc, sections),
                        new Changes(jdbc, template),
                        new Imports(jdbc, template),
                        new Proposals(jdbc, template),
                        new Pairs(jdbc, template),
                        Clock.systemUTC());
        var ready =
                (ImportPreview.Ready)
                        importing.preview(
                                team,
                                Upload.read("large.md", document(Integer.parseInt(arguments[2]))));
        ready.lookAlikes();
        System.out.println("READY");
        new TransactionTemplate(new JdbcTransactionManager(source))
                .executeWithoutResult(
                        status -> importing.accept(team, person, ready, ready.guess()));
        System.out.println("STORED");
        Thread.sleep(600_000);
    }

    private static void count(JdbcClient jdbc, TeamId team) {
        for (var table : TABLES) {
            var rows =
                    jdbc.sql("select count(*) from " + table + " where team_id = ?")
                            .params(team.value())
                            .query(Integer.class)
                            .single();
            System.out.println(table + " " + rows);
        }
        System.out.println("COUNTED");
    }

    private static String document(int questions) {
        var text = new StringBuilder("# Large\n");
        for (int i = 0; i < questions; i++) {
            if (i % 100 == 0) {
                text.append("\n## Topic ").append(i / 100 + 1).append("\n\n");
            }
            text.append(i % 100 + 1)
                    .append(". How does the parser number ")
                    .append(i % 7 == 0 ? i + 1 : i)
                    .append(" behave under load?\n");
        }
        return text + "\n## Suggestions\n\nSplit the section \"Topic 1\" into \"A\" and \"B\".\n";
    }
}
