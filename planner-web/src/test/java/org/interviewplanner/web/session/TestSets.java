package org.interviewplanner.web.session;

import java.util.UUID;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Kept sets for tests, straight into the tables. */
public final class TestSets {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public TestSets(ApplicationContext context) {
        jdbc = context.getBean(JdbcClient.class);
        transaction =
                new TransactionTemplate(
                        context.getBean(
                                org.springframework.transaction.PlatformTransactionManager.class));
    }

    /**
     * A set of that many questions in two sections; question {@code n} is worded "What is topic
     * n?", takes two minutes and has two points to hear, a probe and four rating anchors; the first
     * shows code.
     */
    public SetId newSet(TeamId team, int questions) {
        return transaction.execute(status -> insertSet(team, questions));
    }

    private SetId insertSet(TeamId team, int questions) {
        var sections = new UUID[] {UUID.randomUUID(), UUID.randomUUID()};
        for (var number = 0; number < 2; number++) {
            jdbc.sql(
                            "insert into section (id, team_id, name, position, version)"
                                    + " values (?, ?, ?, ?, 0)")
                    .params(sections[number], team.value(), "Section " + UUID.randomUUID(), number)
                    .update();
        }
        var set = SetId.create();
        jdbc.sql(
                        """
                        insert into interview_set (id, team_id, code, name, blueprint, seed, proved, version)
                        values (?, ?, ?, 'Test set', '', 1, true, 0)
                        """)
                .params(set.value(), team.value(), set.value().toString().substring(0, 6))
                .update();
        for (var position = 1; position <= questions; position++) {
            var question = UUID.randomUUID();
            var revision = UUID.randomUUID();
            var section = sections[2 * (position - 1) / questions];
            jdbc.sql(
                            """
                            insert into question (id, team_id, section_id, position, status, difficulty,
                                difficulty_origin, planned_seconds, planned_origin, current_revision_id, version)
                            values (?, ?, ?, ?, 'APPROVED', 3, 'AUTHOR', 120, 'AUTHOR', ?, 0)
                            """)
                    .params(question, team.value(), section, position, revision)
                    .update();
            jdbc.sql(
                            """
                            insert into revision (id, team_id, question_id, number, wording, body, answer,
                                good_to_hear, probes, anchors, origin)
                            values (?, ?, ?, 1, ?, ?, 'The **answer**.', array['First point','Second point'],
                                array['How do you know?'], array['knows nothing', 'sees a part', 'sees most', ?], 'EDIT')
                            """)
                    .params(
                            revision,
                            team.value(),
                            question,
                            "What is topic `" + position + "`?",
                            position == 1 ? "```java\nreturn 1 + \"one\"; // why?\n```" : "",
                            "sees the whole of " + position)
                    .update();
            jdbc.sql(
                            """
                            insert into slot (interview_set_id, position, question_id, revision_id, section,
                                difficulty, difficulty_estimated, planned_seconds, planned_estimated)
                            values (?, ?, ?, ?, ?, 3, false, 120, false)
                            """)
                    .params(
                            set.value(),
                            position,
                            question,
                            revision,
                            2 * (position - 1) / questions == 0 ? "Language" : "Database")
                    .update();
        }
        return set;
    }
}
