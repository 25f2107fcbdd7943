package org.interviewplanner.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class MigrationIT {

    @Autowired JdbcTemplate jdbc;

    @Test
    void leavesTheApplicationARoleThatOwnsNothing() {
        assertThat(jdbc.queryForObject("select current_user", String.class))
                .isEqualTo("planner_app");
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from pg_tables where tableowner = current_user",
                                Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table sneaked (id int)",
                "drop table person",
                "alter table person add column sneaked int",
                "update rating set received_at = now()",
                "delete from rating",
                "truncate rating",
                "delete from audit",
                "update revision set id = id",
                "select * from flyway_schema_history"
            })
    void refusesTheApplication(String statement) {
        assertThatThrownBy(() -> jdbc.execute(statement))
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }
}
