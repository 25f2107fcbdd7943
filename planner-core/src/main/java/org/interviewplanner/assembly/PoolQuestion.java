package org.interviewplanner.assembly;

import java.util.Set;
import org.interviewplanner.bank.Difficulty;

/**
 * A question as the assembler sees it: what it counts for and what it costs, not its wording.
 *
 * @param id its name, unique in the pool
 * @param section the section it counts for
 * @param difficulty how hard it is
 * @param seconds planned time, 0 to {@value #MAX_SECONDS} seconds
 * @param tags the tags it counts for; may be empty
 * @param exposure what asking it again costs, 0 (never asked) to {@value #MAX_EXPOSURE}; only its
 *     size against the other questions matters
 * @param approved whether somebody approved its wording
 */
public record PoolQuestion(
        String id,
        String section,
        Difficulty difficulty,
        int seconds,
        Set<String> tags,
        int exposure,
        boolean approved) {

    /** Longest planned time of a question in seconds: a day. */
    public static final int MAX_SECONDS = 86_400;

    /** Greatest exposure; keeps every sum within 64 bits. */
    public static final int MAX_EXPOSURE = 1_000_000_000;

    /**
     * @throws IllegalArgumentException if id or section is blank, or seconds or exposure is outside
     *     its bounds
     */
    public PoolQuestion {
        if (id.isBlank() || section.isBlank()) {
            throw new IllegalArgumentException(
                    "The question (%s) of section (%s) must have an id and a section."
                            .formatted(id, section));
        }
        if (seconds < 0 || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException(
                    "The seconds (%d) of question (%s) must be 0 to %d."
                            .formatted(seconds, id, MAX_SECONDS));
        }
        if (exposure < 0 || exposure > MAX_EXPOSURE) {
            throw new IllegalArgumentException(
                    "The exposure (%d) of question (%s) must be 0 to %d."
                            .formatted(exposure, id, MAX_EXPOSURE));
        }
        tags = Set.copyOf(tags);
    }
}
