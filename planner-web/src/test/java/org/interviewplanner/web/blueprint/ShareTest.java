package org.interviewplanner.web.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void sharesByWeight() {
        assertThat(Share.out(5, List.of(3, 2))).containsExactly(3, 2);
        assertThat(Share.out(3, List.of(10, 10, 0))).containsExactly(2, 1, 0);
        assertThat(Share.out(0, List.of(1, 4))).containsExactly(0, 0);
    }

    @Test
    void keepsTheSumAndGivesNobodyLessOfMore() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var weights = random.ints(1 + random.nextInt(6), 0, 40).boxed().toList();
            if (weights.stream().allMatch(it -> it == 0)) {
                continue;
            }
            var before = Share.out(0, weights);
            for (int number = 1; number <= 30; number++) {
                var shares = Share.out(number, weights);
                assertThat(Arrays.stream(shares).sum()).isEqualTo(number);
                for (int i = 0; i < shares.length; i++) {
                    assertThat(shares[i]).isGreaterThanOrEqualTo(before[i]);
                    assertThat(weights.get(i) > 0 || shares[i] == 0).isTrue();
                }
                before = shares;
            }
        }
    }

    @Test
    void needsAWeight() {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.out(1, List.of(0, 0)));
    }
}
