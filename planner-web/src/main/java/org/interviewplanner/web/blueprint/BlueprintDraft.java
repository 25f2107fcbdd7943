package org.interviewplanner.web.blueprint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.interviewplanner.web.data.QuestionId;

/**
 * A recipe as a person writes it, saved or not.
 *
 * @param name 1 to 100 characters, once in a team
 * @param slots number of questions of a set, 1 to {@link #MAX_SLOTS}; a pilot comes on top
 * @param plannedSeconds wished time of a set
 * @param minSeconds demanded time at least
 * @param maxSeconds demanded time at most
 * @param approvedOnly whether only approved questions may be asked; else drafts count too
 * @param quotas each section, level or cell at most once
 * @param tags each tag at most once
 * @param mustHave questions of every set
 * @param mustNotHave questions of no set
 * @param enemies pairs that stand in no set together, each pair at most once
 * @param rest what stays out for having been asked before
 * @param asking in which order to ask
 * @param pilot whether each set gets one more question, not yet approved, that counts in no score
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
        List<TagQuota> tags,
        Set<QuestionId> mustHave,
        Set<QuestionId> mustNotHave,
        List<Enemies> enemies,
        Rest rest,
        Asking asking,
        boolean pilot,
        RatingRules rating) {

    public static final int MAX_SLOTS = 200;
    public static final int MAX_SECONDS = 24 * 60 * 60;
    public static final int MAX_NAME = 100;
    static final int MAX_QUOTAS = 2_000;
    static final int MAX_TAGS = 50;
    static final int MAX_ENEMIES = 500;
    static final int MAX_LISTED = 1_000;

    /**
     * @throws IllegalArgumentException if a bound is broken, a cell or tag stands twice, or a
     *     question must and must not be in a set
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
        tags = List.copyOf(tags);
        enemies = List.copyOf(enemies);
        requireAtMost(MAX_QUOTAS, quotas.size(), "quotas");
        requireAtMost(MAX_TAGS, tags.size(), "tags");
        requireAtMost(MAX_ENEMIES, enemies.size(), "pairs of enemies");
        requireAtMost(MAX_LISTED, mustHave.size(), "questions that must be in a set");
        requireAtMost(MAX_LISTED, mustNotHave.size(), "questions that must not be in a set");
        var once = new HashSet<Object>();
        for (var quota : quotas) {
            if (!once.add(Arrays.asList(quota.section(), quota.difficulty()))) {
                throw new IllegalArgumentException(
                        "Each section, level or cell may have one quota.");
            }
        }
        for (var quota : tags) {
            if (!once.add(quota.tag())) {
                throw new IllegalArgumentException(
                        "The tag (%s) may have one quota.".formatted(quota.tag()));
            }
        }
        for (int i = 0; i < enemies.size(); i++) {
            var pair = enemies.get(i);
            if (enemies.subList(0, i).stream().anyMatch(pair::isSameAs)) {
                throw new IllegalArgumentException("Each pair of enemies may stand once.");
            }
        }
        mustHave = Set.copyOf(mustHave);
        mustNotHave = Set.copyOf(mustNotHave);
        for (var question : needed(mustHave, asking)) {
            if (mustNotHave.contains(question)) {
                throw new IllegalArgumentException(
                        "A question cannot be both a must and a must not.");
            }
        }
    }

    /** A recipe without tags, enemies, rest, fixed order and pilot, rated by the usual rules. */
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

    /** A recipe without tags, enemies, rest, fixed order and pilot. */
    public BlueprintDraft(
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
        this(
                name,
                slots,
                plannedSeconds,
                minSeconds,
                maxSeconds,
                approvedOnly,
                quotas,
                List.of(),
                mustHave,
                mustNotHave,
                List.of(),
                Rest.DEFAULT,
                Asking.DEFAULT,
                false,
                rating);
    }

    /** All questions of every set: the musts, the opener and the closer. */
    public Set<QuestionId> needed() {
        return needed(mustHave, asking);
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
                tags,
                mustHave,
                mustNotHave,
                enemies,
                rest,
                asking,
                pilot,
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
                tags,
                mustHave,
                mustNotHave,
                enemies,
                rest,
                asking,
                pilot,
                rating);
    }

    /** The same demands with other rules of rest and order, with or without a pilot. */
    public BlueprintDraft with(Rest newRest, Asking newAsking, boolean withPilot) {
        return new BlueprintDraft(
                name,
                slots,
                plannedSeconds,
                minSeconds,
                maxSeconds,
                approvedOnly,
                quotas,
                tags,
                mustHave,
                mustNotHave,
                enemies,
                newRest,
                newAsking,
                withPilot,
                rating);
    }

    /** The same demands with other tags and enemies. */
    public BlueprintDraft with(List<TagQuota> newTags, List<Enemies> newEnemies) {
        return new BlueprintDraft(
                name,
                slots,
                plannedSeconds,
                minSeconds,
                maxSeconds,
                approvedOnly,
                quotas,
                newTags,
                mustHave,
                mustNotHave,
                newEnemies,
                rest,
                asking,
                pilot,
                rating);
    }

    private static Set<QuestionId> needed(Set<QuestionId> mustHave, Asking asking) {
        var needed = new HashSet<>(mustHave);
        if (asking.opener() != null) {
            needed.add(asking.opener());
        }
        if (asking.closer() != null) {
            needed.add(asking.closer());
        }
        return needed;
    }

    private static void requireAtMost(int most, int have, String what) {
        if (have > most) {
            throw new IllegalArgumentException(
                    "A blueprint must have at most %d %s, not %d.".formatted(most, what, have));
        }
    }
}
