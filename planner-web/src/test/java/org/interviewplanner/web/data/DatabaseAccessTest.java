package org.interviewplanner.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DatabaseAccessTest {

    @Test
    void takesUserAndPasswordOutOfTheAddress() {
        var access =
                DatabaseAccess.external(
                        "jdbc:postgresql://db:5433/planner?user=ada&ssl=true&password=a%26b%2Bc",
                        null, null, null, null);

        assertThat(access)
                .isEqualTo(
                        new DatabaseAccess(
                                "jdbc:postgresql://db:5433/planner?ssl=true",
                                "ada",
                                "a&b+c",
                                "ada",
                                "a&b+c"));
    }

    @Test
    void letsAnotherRoleOwnTheTables() {
        var access =
                DatabaseAccess.external("jdbc:postgresql://db/planner", "app", "a", "owner", "o");

        assertThat(access)
                .isEqualTo(
                        new DatabaseAccess(
                                "jdbc:postgresql://db/planner", "app", "a", "owner", "o"));
    }

    @Test
    void showsNoSecret() {
        var address = "jdbc:postgresql://db/planner?user=ada&password=hush";

        assertThat(DatabaseAccess.external(address, null, null, null, null).toString())
                .doesNotContain("hush");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DatabaseAccess.external(
                                "postgres://db/planner?password=hush", "a", null, null, null))
                .withMessageStartingWith(
                        "The database (postgres://db/planner) must be an address that starts with"
                                + " jdbc:postgresql:.\nMaybe ")
                .withMessageNotContaining("hush");
    }

    @Test
    void needsAUser() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DatabaseAccess.external(
                                "jdbc:postgresql://db/planner", null, null, null, null))
                .withMessageStartingWith(
                        "The database (jdbc:postgresql://db/planner) must come with a"
                                + " user.\nMaybe ");
    }
}
