package org.interviewplanner.web.blueprint.ui;

import java.util.Optional;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What one types into a cell of the quota grid.
 *
 * <ul>
 *   <li>{@code 3}: wished three, demanded two to four
 *   <li>{@code 2-4}: demanded two to four, nothing wished
 *   <li>{@code =3}: demanded exactly three
 *   <li>{@code ≥2}, {@code >=2} or {@code 2+}: demanded at least two
 *   <li>{@code ≤3} or {@code <=3}: demanded at most three
 *   <li>{@code 3 (1-5)}: wished three, demanded one to five
 * </ul>
 */
final class CellEntry {
    private static final Pattern AIM = Pattern.compile("(\\d{1,3})");
    private static final Pattern EXACT = Pattern.compile("=\\s*(\\d{1,3})");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*[-–—]\\s*(\\d{1,3})");
    private static final Pattern AIM_IN_RANGE =
            Pattern.compile("(\\d{1,3})\\s*\\(?\\s*(\\d{1,3})\\s*[-–—]\\s*(\\d{1,3})\\s*\\)?");

    private static final Pattern AT_LEAST =
            Pattern.compile("(?:≥|>=?)\\s*(\\d{1,3})|(\\d{1,3})\\s*\\+");
    private static final Pattern AT_MOST = Pattern.compile("(?:≤|<=?)\\s*(\\d{1,3})");
    private static final Pattern NEGATIVE = Pattern.compile(".*(?:^|[(\\s=≥≤><])[-−]\\s*\\d.*");
    private static final Pattern TOO_LONG = Pattern.compile(".*\\d{4}.*");

    private CellEntry() {}

    /** Whether the text means something; an empty text means no quota. */
    static boolean isValid(String text) {
        return text.isBlank() || parse(null, Difficulty.BASIC, text).isPresent();
    }

    /** The message key of what is wrong with a text, or empty if it means something. */
    static Optional<String> problem(String text) {
        if (isValid(text)) {
            return Optional.empty();
        }
        var typed = text.strip();
        var range = RANGE.matcher(typed);
        if (range.matches() && number(range.group(1)) > number(range.group(2))) {
            return Optional.of("blueprint.cell-reversed");
        }
        var aim = AIM_IN_RANGE.matcher(typed);
        if (aim.matches() && number(aim.group(2)) > number(aim.group(3))) {
            return Optional.of("blueprint.cell-reversed");
        }
        if (NEGATIVE.matcher(typed).matches()) {
            return Optional.of("blueprint.cell-negative");
        }
        return Optional.of(
                range.matches()
                                || aim.matches()
                                || AIM.matcher(typed).matches()
                                || EXACT.matcher(typed).matches()
                                || AT_LEAST.matcher(typed).matches()
                                || AT_MOST.matcher(typed).matches()
                                || TOO_LONG.matcher(typed).matches()
                        ? "blueprint.cell-too-many"
                        : "blueprint.cell-unreadable");
    }

    /** The quota of a cell, or empty if the text is empty or means nothing. */
    static Optional<Quota> parse(
            @Nullable SectionId section, @Nullable Difficulty difficulty, String text) {
        var typed = text.strip();
        var aim = AIM.matcher(typed);
        if (aim.matches()) {
            int target = number(aim.group(1));
            return target > BlueprintDraft.MAX_SLOTS
                    ? Optional.empty()
                    : Optional.of(Quota.aiming(section, difficulty, target));
        }
        var exact = EXACT.matcher(typed);
        if (exact.matches()) {
            return quota(section, difficulty, exact.group(1), exact.group(1), null);
        }
        var range = RANGE.matcher(typed);
        if (range.matches()) {
            return quota(section, difficulty, range.group(1), range.group(2), null);
        }
        var atLeast = AT_LEAST.matcher(typed);
        if (atLeast.matches()) {
            var least = atLeast.group(1) == null ? atLeast.group(2) : atLeast.group(1);
            return quota(
                    section, difficulty, least, String.valueOf(BlueprintDraft.MAX_SLOTS), null);
        }
        var atMost = AT_MOST.matcher(typed);
        if (atMost.matches()) {
            return quota(section, difficulty, "0", atMost.group(1), null);
        }
        var aimInRange = AIM_IN_RANGE.matcher(typed);
        if (aimInRange.matches()) {
            return quota(
                    section,
                    difficulty,
                    aimInRange.group(2),
                    aimInRange.group(3),
                    aimInRange.group(1));
        }
        return Optional.empty();
    }

    /** The shortest text that means this quota. */
    static String text(Quota quota) {
        var target = quota.target();
        if (target == null) {
            if (quota.max() == BlueprintDraft.MAX_SLOTS && quota.min() > 0) {
                return "≥" + quota.min();
            }
            return quota.min() == quota.max() ? "=" + quota.min() : quota.min() + "–" + quota.max();
        }
        var proposed = Quota.aiming(quota.section(), quota.difficulty(), target);
        return proposed.equals(quota)
                ? String.valueOf(target)
                : "%d (%d–%d)".formatted(target, quota.min(), quota.max());
    }

    private static Optional<Quota> quota(
            @Nullable SectionId section,
            @Nullable Difficulty difficulty,
            String min,
            String max,
            @Nullable String target) {
        int least = number(min);
        int most = number(max);
        var wished = target == null ? null : Integer.valueOf(number(target));
        if (least > most
                || most > BlueprintDraft.MAX_SLOTS
                || (wished != null && wished > BlueprintDraft.MAX_SLOTS)) {
            return Optional.empty();
        }
        return Optional.of(new Quota(section, difficulty, least, most, wished));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
