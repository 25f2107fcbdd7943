package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work is counted, so what an assembly costs is the same on every machine. */
class WorkTest {

    @Test
    void runsOutAtItsLimit() {
        var work = new Work(10, () -> false);

        assertThat(work.spend(9)).isTrue();
        assertThat(work.left()).isEqualTo(1);
        assertThat(work.spend(1)).isFalse();
        assertThat(work.isOut()).isTrue();
        assertThat(work.spent()).isEqualTo(10);
        assertThat(work.left()).isZero();
        assertThat(work.hasGivenUp()).isFalse();
    }

    @Test
    void asksNowAndThenWhetherItIsCancelled() {
        var asked = new AtomicInteger();
        var work = new Work(1L << 40, () -> asked.incrementAndGet() == 3);

        for (int i = 0; i < 4 * (1 << 16); i += 1 << 10) {
            assertThat(work.spend(1 << 10)).isEqualTo(i + (1 << 10) < 3 * (1 << 16));
        }

        assertThat(asked).hasValue(4);
        assertThat(work.left()).isZero();
        assertThat(work.part(5).spend(1)).isFalse();
    }

    @Test
    void givesUpUnlessSomethingWasFound() {
        var work = new Work(100, () -> false);
        work.spend(10);

        work.giveUpAfter(20);

        assertThat(work.spend(19)).isTrue();
        assertThat(work.hasGivenUp()).isFalse();
        assertThat(work.spend(1)).isFalse();
        assertThat(work.hasGivenUp()).isTrue();
        work.found();
        assertThat(work.hasGivenUp()).isFalse();
        assertThat(work.isOut()).isFalse();
    }

    @Test
    void partsAreCountedOnceTheyAreJoined() {
        var work = new Work(100, () -> false);
        Work part = work.part(30);
        Work whole = work.part(1_000);

        assertThat(part.spend(30)).isFalse();
        assertThat(whole.left()).isEqualTo(100);
        assertThat(work.spent()).isZero();
        work.join(part);
        assertThat(work.spent()).isEqualTo(30);
    }

    /**
     * A quarter more than it takes today: whoever makes it dearer should know.
     *
     * @param most of four seeds together
     */
    @ParameterizedTest
    @CsvSource({
        "225, 60, 1, 90_000",
        "225, 5, 1, 2_200_000",
        "225, 5, 3, 2_200_000",
        "225, 60, 5, 250_000",
        "225, 5, 10, 2_600_000",
        "2000, 60, 1, 280_000",
        "2000, 5, 1, 1_000_000",
        "2000, 5, 5, 3_900_000",
        "2000, 60, 20, 650_000",
        "4000, 60, 1, 105_000",
        "4000, 5, 1, 2_000_000",
        "4000, 5, 2, 2_100_000",
        "600, 5, 50, 6_300_000"
    })
    void provesCommonBlueprintsInLittleWork(int size, int grid, int sets, String most) {
        long spent = 0;
        for (long seed = 1; seed <= 4; seed++) {
            List<PoolQuestion> bank = Banks.bank(size, grid, seed);

            var answer =
                    (Assembly.Assembled)
                            new Assembler()
                                    .assemble(
                                            new Pool(bank),
                                            Banks.blueprint(bank, 10, grid),
                                            AssemblyRequest.sets(sets, seed));

            assertThat(answer.proved()).isTrue();
            spent += answer.report().work();
        }
        assertThat(spent).isLessThan(Long.parseLong(most.replace("_", "")));
    }
}
