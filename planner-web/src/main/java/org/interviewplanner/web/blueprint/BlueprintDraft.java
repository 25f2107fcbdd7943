package org.interviewplanner.web.blueprint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interviewplanner.web.data.QuestionId;

/**
 * A recipe as a person writes it, saved or not.
 *
 * @param name 1 to 100 characters, once in a team
 * @param slots number of questions of a set, 1 to {@link #MAX_SLOTS}
 * @param plannedSeconds wished time of a set
 * @param minSeconds demanded time at least
 * @param maxSeconds demanded time at most
 * @param approvedOnly whether only approved questions may be asked; else drafts count too
 * @param quotas each section, level or cell at most once
 * @param mustHave questions of every set
 * @param mustNotHave questions of no set
 * @param rating how answers are rated
 */
public record BlueprintDraft(
        String name,
        int slots,
        int plannedSeconds,
        int minSeconds,
        int maxSeconds,
        boolean approvedOnly,
        List<Quota> quotas,
        Set<QuestionId> mustHave,
        Set<QuestionId> mustNotHave,
        RatingRules rating) {

    public static final int MAX_SLOTS = 200;
    public static final int MAX_SECONDS = 24 * 60 * 60;
    public static final int MAX_NAME = 100;
    static final int MAX_QUOTAS = 2_000;

    /**
     * @throws IllegalArgumentException if a bound is broken, a cell stands twice, or a question
     *     must and must not be in a set
     */
    public BlueprintDraft {
        name = name.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "The name must have 1 to %d characters.".formatted(MAX_NAME));
        }
        if (slots < 1 || slots > MAX_SLOTS) {
            throw new IllegalArgumentException(
                    "The number of questions (%d) must be 1 to %d.".formatted(slots, MAX_SLOTS));
        }
        if (minSeconds < 0 || maxSeconds < minSeconds || maxSeconds > MAX_SECONDS) {
            throw new IllegalArgumentException(
                    "The time must have 0 <= at least (%d s) <= at most (%d s) <= %d s."
                            .formatted(minSeconds, maxSeconds, MAX_SECONDS));
        }
        if (plannedSeconds < 1 || plannedSeconds > MAX_SECONDS) {
            throw new IllegalArgumentException(
                    "The planned time (%d s) must be 1 to %d s."
                            .formatted(plannedSeconds, MAX_SECONDS));
        }
        quotas = List.copyOf(quotas);
        if (quotas.size() > MAX_QUOTAS) {
            throw new IllegalArgumentException(
                    "A blueprint must have at most %d quotas, not %d."
                            .formatted(MAX_QUOTAS, quotas.size()));
        }
        var cells = new HashSet<>();
        for (var quota : quotas) {
            if (!cells.add(java.util.Arrays.asList(quota.section(), quota.difficulty()))) {
                throw new IllegalArgumentException(
                        "Each section, level or cell may have one quota.");
            }
        }
        mustHave = Set.copyOf(mustHave);
        mustNotHave = Set.copyOf(mustNotHave);
        for (var question : mustHave) {
            if (mustNotHave.contains(question)) {
                throw new IllegalArgumentException(
                        "A question cannot be both a must and a must not.");
            }
        }
    }

    /** A recipe whose answers are rated by the usual rules. */
    public BlueprintDraft(
            String name,
            int slots,
            int plannedSeconds,
            int minSeconds,
            int maxSeconds,
            boolean approvedOnly,
            List<Quota> quotas,
            Set<QuestionId> mustHave,
            Set<QuestionId> mustNotHave) {
        this(
                name,
                slots,
                plannedSeconds,
                minSeconds,
                maxSeconds,
                approvedOnly,
                quotas,
                mustHave,
                mustNotHave,
                RatingRules.DEFAULT);
    }

    /** The same recipe under another name. */
    public BlueprintDraft named(String newName) {
        return new BlueprintDraft(
                newName,
                slots,
                plannedSeconds,
                minSeconds,
                maxSeconds,
                approvedOnly,
                quotas,
                mustHave,
                mustNotHave,
                rating);
    }

    /** The same recipe with other quotas. */
    public BlueprintDraft with(List<Quota> newQuotas) {
        return new BlueprintDraft(
                name,
                slots,
                plannedSeconds,
                minSeconds,
                maxSeconds,
                approvedOnly,
                newQuotas,
                mustHave,
                mustNotHave,
                rating);
    }
}
