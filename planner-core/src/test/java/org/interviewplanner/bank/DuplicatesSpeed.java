package org.interviewplanner.bank;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.interviewplanner.bank.Duplicates.Entry;

/**
 * Measures {@link Duplicates#find} on a made-up bank in which every fiftieth question re-words the
 * one before it, and how many of these are found. Not a test: it asserts nothing.
 *
 * <p>{@code mvn -q -pl planner-core test-compile && java -cp
 * planner-core/target/classes:planner-core/target/test-classes
 * org.interviewplanner.bank.DuplicatesSpeed 100000}
 */
final class DuplicatesSpeed {

    private static final List<String> FORMS =
            List.of(
                    "What is %s %s %s?",
                    "How do you use %s with %s %s?",
                    "Explain why %s needs %s and %s.",
                    "What is the difference between %s and %s in %s?",
                    "When would you choose %s over %s for %s?");
    private static final List<String> SYLLABLES =
            List.of("ba", "co", "du", "fer", "gan", "lim", "mo", "nar", "pil", "ros", "sta", "tun");

    private DuplicatesSpeed() {}

    public static void main(String[] arguments) {
        int size = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        for (int round = 1; round <= 3; round++) {
            var bank = bank(size, round);
            double startBusy = busySeconds();
            long start = System.nanoTime();
            var pairs = Duplicates.find(bank);
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = busySeconds() - startBusy;
            long planted =
                    pairs.stream().filter(it -> it.second().equals(it.first() + "-again")).count();
            System.out.printf(
                    "%d questions: %.1f s (%.1f s of processor), %d pairs, %d of %d planted%n",
                    bank.size(), seconds, busy, pairs.size(), planted, size / 50);
        }
    }

    /** Processor time of all threads: says more than the clock where a machine is shared. */
    private static double busySeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis()
                / 1e3;
    }

    private static List<Entry> bank(int size, int seed) {
        var random = new Random(seed);
        var bank = new ArrayList<Entry>();
        for (int i = 0; bank.size() < size; i++) {
            var words = List.of(word(random), word(random), word(random));
            bank.add(new Entry("q" + i, wording(words, i), List.of("Section " + i % 40)));
            if (bank.size() % 50 == 49) {
                bank.add(new Entry("q" + i + "-again", wording(words, i + 1), List.of()));
            }
        }
        return bank;
    }

    private static String wording(List<String> words, int form) {
        return FORMS.get(form % FORMS.size()).formatted(words.toArray());
    }

    /** A made-up term; as in real banks a few are in every tenth question, most in very few. */
    private static String word(Random random) {
        int rank = (int) Math.pow(60_000, random.nextDouble());
        var word = new StringBuilder();
        for (int rest = rank; rest > 0; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }
}
