package org.interviewplanner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interviewplanner.web.data.UserFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void keepsTheDataInTheUsersFolderUnlessToldOtherwise() {
        var line = parse();

        assertThat(line.data()).isEqualTo(UserFolders.data()).isAbsolute();
        assertThat(line.database()).isNull();
        assertThat(line.demo()).isFalse();
        assertThat(line.help()).isFalse();
        assertThat(line.spring()).containsExactly("--planner.database=");
    }

    @Test
    void takesValuesAfterASpaceOrAnEqualsSign() {
        assertThat(parse("--port", "9000", "--data", "/tmp/a b"))
                .isEqualTo(parse("--port=9000", "--data=/tmp/a b"))
                .satisfies(it -> {
                    assertThat(it.data()).isEqualTo(Path.of("/tmp/a b"));
                    assertThat(it.spring()).contains("--server.port=9000");
                });
    }

    @Test
    void namesAnExternalDatabaseToSpring() {
        var address = "jdbc:postgresql://db/planner?user=a&password=b=c";

        var line = parse("--database", address);

        assertThat(line.database()).isEqualTo(address);
        assertThat(line.spring()).containsExactly("--planner.database=" + address);
    }

    @Test
    void readsWhatIsMissingFromTheEnvironment() {
        var line =
                CommandLine.parse(
                        List.of(), Map.of("PLANNER_DATABASE", "jdbc:postgresql://db/planner"));

        assertThat(line.database()).isEqualTo("jdbc:postgresql://db/planner");
        assertThat(CommandLine.parse(List.of(), Map.of("PLANNER_DATA", "/srv/data")).data())
                .isEqualTo(Path.of("/srv/data"));
    }

    @Test
    void findsAPropertyInTheArgumentsElseInTheEnvironment() {
        var line = parse("--database", "jdbc:postgresql://db/planner", "--planner.database.user=a");
        var environment =
                Map.of("PLANNER_DATABASE_USER", "b", "PLANNER_DATABASE_PASSWORD", "secret");

        assertThat(line.property("planner.database.user", environment)).isEqualTo("a");
        assertThat(line.property("planner.database.password", environment)).isEqualTo("secret");
        assertThat(line.property("planner.database.owner.user", environment)).isNull();
    }

    @Test
    void lookingAtADemoNeverTouchesTheDatabaseOfTheEnvironment() {
        var line =
                CommandLine.parse(
                        List.of("--demo"),
                        Map.of("PLANNER_DATABASE", "jdbc:postgresql://db/planner"));

        assertThat(line.database()).isNull();
        assertThat(line.spring()).containsExactly("--planner.demo=true", "--planner.database=");
    }

    @Test
    void passesPropertiesOn() {
        assertThat(parse("--server.address=127.0.0.1").spring())
                .contains("--server.address=127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 80 | The option (--prot) is unknown.",
                "start | The option (start) is unknown.",
                "--port | The option (--port) needs a value.",
                "--data= | The option (--data=) needs a value.",
                "--port=x | The port (x) must be a whole number from 0 to 65535.",
                "--port 65536 | The port (65536) must be a whole number from 0 to 65535.",
                "--demo --data d | --demo throws its data away and goes with neither --data nor"
                        + " --database.",
                "--data d --database e | --data names the folder of the database inside and does"
                        + " not go with --database."
            })
    void saysWhatIsWrong(String arguments, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(arguments.split(" ")))
                .withMessageStartingWith(sentence + "\nMaybe ");
    }

    private static CommandLine parse(String... arguments) {
        return CommandLine.parse(List.of(arguments), Map.of());
    }
}
