package org.interviewplanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.interviewplanner.assembly.Assembler;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.Blueprint;
import org.interviewplanner.assembly.Demand;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.assembly.Target;
import org.interviewplanner.bank.BankParser;
import org.interviewplanner.bank.Difficulty;
import org.junit.jupiter.api.Test;

/** The ten lines of the README: they are the ones below, and they work. */
class ReadmeTest {

    @Test
    void buildsThreeParallelSetsFromADocument() throws Exception {
        var document = Path.of("..", "db", "starter-bank", "django.md");

        // README: from here
        var bank = new BankParser().parse(Files.readString(document));
        var pool = Pool.of(bank);
        List<Demand> demands =
                List.of(new Demand.Time(45 * 60, 60 * 60), new Demand.ApprovedOnly());
        var targets = List.of(new Target(null, Difficulty.ADVANCED, 4));
        var blueprint = new Blueprint(15, 50 * 60, demands, targets);
        var outcome = new Assembler().assemble(pool, blueprint, AssemblyRequest.sets(3, 42));
        var said =
                switch (outcome) {
                    case Assembly.Assembled it ->
                            it.sets().size() + " sets, proved: " + it.proved();
                    case Assembly.Infeasible it -> it.shortfalls().getFirst().message();
                    case Assembly.Undecided it ->
                            "Undecided after " + it.report().work() + " steps";
                };
        // README: to here

        assertThat(said).isEqualTo("3 sets, proved: true");
    }

    @Test
    void standsInTheReadmeAsItStandsHere() throws Exception {
        var source =
                Files.readString(
                        Path.of(
                                "src",
                                "test",
                                "java",
                                "org",
                                "interviewplanner",
                                "ReadmeTest.java"));
        var lines =
                source.substring(
                                source.indexOf("// README: from here\n") + 21,
                                source.indexOf("        // README: to here"))
                        .stripTrailing()
                        .stripIndent();

        assertThat(Files.readString(Path.of("..", "README.md"))).contains(lines.strip());
    }
}
