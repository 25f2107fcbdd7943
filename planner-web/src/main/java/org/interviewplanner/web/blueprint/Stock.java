package org.interviewplanner.web.blueprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.assembly.PoolQuestion;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * What a team's bank had to offer at one moment, read once and then used by any number of
 * assemblies. Safe for use by many threads.
 */
public final class Stock {
    private static final Duration RECENT = Duration.ofDays(180);

    private final List<BankSection> sections;
    private final Map<SectionId, String> names;
    private final Map<QuestionId, BankQuestion> questions;
    private final Map<SectionId, Integer> places;
    private final List<Enemies> enemies;
    private final Instant at;
    private final Pool pool;

    /**
     * @param enemies pairs that stand in no set together, whatever the recipe
     */
    Stock(
            List<BankSection> sections,
            List<BankQuestion> questions,
            List<Enemies> enemies,
            Instant at) {
        this.enemies = List.copyOf(enemies);
        this.sections = List.copyOf(sections);
        this.at = at;
        names = new LinkedHashMap<>();
        places = new LinkedHashMap<>();
        for (var section : sections) {
            names.put(section.id(), section.pathName());
            places.put(section.id(), places.size());
        }
        this.questions =
                questions.stream()
                        .filter(it -> it.status() != Status.RETIRED)
                        .collect(
                                Collectors.toMap(
                                        BankQuestion::id,
                                        Function.identity(),
                                        (first, second) -> first,
                                        LinkedHashMap::new));
        pool = pool(this.questions.values());
    }

    /** All sections in the order of the bank. */
    public List<BankSection> sections() {
        return sections;
    }

    /** All questions that may be asked at all, in the order of the bank: no retired ones. */
    public Collection<BankQuestion> questions() {
        return questions.values();
    }

    /** The question of an id, or null if it is not in the bank or retired. */
    public @Nullable BankQuestion question(QuestionId id) {
        return questions.get(id);
    }

    /** Pairs that stand in no set together, whatever the recipe. */
    public List<Enemies> enemies() {
        return enemies;
    }

    /** When it was read. */
    public Instant at() {
        return at;
    }

    /** The path name of a section, or null if the bank does not have it. */
    public @Nullable String sectionName(SectionId section) {
        return names.get(section);
    }

    /** The place of a section in the order of the bank, from 0. */
    public int place(SectionId section) {
        return places.getOrDefault(section, places.size());
    }

    /** All tags, in alphabetical order. */
    public Set<String> tags() {
        var tags = new TreeSet<String>();
        questions.values().forEach(it -> tags.addAll(it.tags()));
        return tags;
    }

    Pool pool() {
        return pool;
    }

    /** The same questions without some of them. */
    Pool poolWithout(Set<QuestionId> absent) {
        return absent.isEmpty()
                ? pool
                : pool(
                        questions.values().stream()
                                .filter(it -> !absent.contains(it.id()))
                                .toList());
    }

    /**
     * A fingerprint of all that an assembly reads: the same one means that the same seed gives the
     * same sets.
     */
    public String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var question : pool.questions()) {
                digest.update(
                        "%s\t%s\t%d\t%d\t%d\t%b\t%s\n"
                                .formatted(
                                        question.id(),
                                        question.section(),
                                        question.difficulty().level(),
                                        question.seconds(),
                                        question.exposure(),
                                        question.approved(),
                                        new TreeSet<>(question.tags()))
                                .getBytes(StandardCharsets.UTF_8));
            }
            enemies.stream()
                    .map(it -> it.first() + "\t" + it.second() + "\n")
                    .sorted()
                    .forEach(it -> digest.update(it.getBytes(StandardCharsets.UTF_8)));
            var hex = HexFormat.of().formatHex(digest.digest(), 0, 6).toUpperCase(Locale.ROOT);
            return hex.substring(0, 4) + "-" + hex.substring(4, 8) + "-" + hex.substring(8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has SHA-256
        }
    }

    private Pool pool(Collection<BankQuestion> those) {
        return new Pool(
                        those.stream()
                                .map(question ->
                                        new PoolQuestion(
                                                question.id().value().toString(),
                                                String.join(" / ", question.path()),
                                                question.difficulty(),
                                                Math.min(
                                                        question.seconds(),
                                                        PoolQuestion.MAX_SECONDS),
                                                Set.copyOf(question.tags()),
                                                exposure(question),
                                                question.status() == Status.APPROVED))
                                .toList())
                // Soon paid back: a bank of ten thousand is assembled from ten times as fast.
                .prepared();
    }

    /**
     * What asking a question once more costs, as the assembler counts it: 1,000 for each time, and
     * up to 1,000 more for having been asked within the last 180 days.
     */
    public int exposure(BankQuestion question) {
        var last = question.lastAsked();
        if (last == null) {
            return 0;
        }
        var times = Math.min(question.timesAsked(), 100_000);
        // By the day: else the same seed would give other sets a minute later.
        var left = RECENT.toDays() - Duration.between(last, at).toDays();
        return times * 1_000 + (int) Math.clamp(1_000 * left / RECENT.toDays(), 0, 1_000);
    }
}
