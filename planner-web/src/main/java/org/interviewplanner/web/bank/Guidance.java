package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.bank.RatingScale;

/**
 * What helps a rater while the candidate answers.
 *
 * @param probes what to ask when an answer stops short: inline Markdown, none blank, at most
 *     {@value #MOST_PROBES}
 * @param anchors what an answer at each step of the rating scale sounds like, weakest first: plain
 *     text, empty where nothing is said; none at all, or one for each of 2 to 7 steps
 */
public record Guidance(List<String> probes, List<String> anchors) {
    /** No help at all. */
    public static final Guidance NONE = new Guidance(List.of(), List.of());

    public static final int MOST_PROBES = 50;

    /** The longest probe, and the longest anchor, in characters. */
    public static final int LONGEST = 1_000;

    private static final int LEAST_STEPS = 2;
    private static final int MOST_STEPS = 7;

    /**
     * Strips the texts and checks them.
     *
     * @throws IllegalArgumentException if there are too many probes, not 0 or 2 to 7 anchors, or a
     *     text is too long
     */
    public Guidance {
        probes = probes.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        anchors = noneIfAllEmpty(anchors.stream().map(String::strip).toList());
        if (probes.size() > MOST_PROBES) {
            throw new IllegalArgumentException(
                    "A question (%d probes) must have at most %d."
                            .formatted(probes.size(), MOST_PROBES));
        }
        if (!anchors.isEmpty() && (anchors.size() < LEAST_STEPS || anchors.size() > MOST_STEPS)) {
            throw new IllegalArgumentException(
                    """
                    The rating anchors (%d) must be %d to %d, one for each step of the scale.
                    Maybe write one a line, weakest first.\
                    """
                            .formatted(anchors.size(), LEAST_STEPS, MOST_STEPS));
        }
        for (var text : probes) {
            requireShort("probe", text);
        }
        for (var text : anchors) {
            requireShort("rating anchor", text);
        }
    }

    /** The anchors if they are written for that many steps, else none: they would mislead. */
    public List<String> anchorsFor(RatingScale scale) {
        return anchors.size() == scale.steps() ? anchors : List.of();
    }

    private static List<String> noneIfAllEmpty(List<String> anchors) {
        return anchors.stream().allMatch(String::isEmpty) ? List.of() : anchors;
    }

    private static void requireShort(String name, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A %s (%,d characters) must have at most %,d characters."
                            .formatted(name, text.length(), LONGEST));
        }
    }
}
