package org.interviewplanner.web.blueprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Assembler;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Ready recipes, scaled to a bank: as many questions as fill the minutes, spread over the sections
 * as the bank is, and over the levels by the role. Each is tried on the bank before it is offered.
 */
final class Presets {
    private static final int LEAST_QUESTIONS = 3;
    private static final int LEAST_OF_A_BIG_SECTION = 12;
    private static final int MAX_REPAIRS = 5;

    /** Shares of the levels 1 to 5. */
    private static final int[] SCREEN = {30, 35, 25, 10, 0};

    private static final int[] MIDDLE = {10, 25, 40, 20, 5};
    private static final int[] SENIOR = {0, 10, 35, 35, 20};
    private static final int[] SECTION = {10, 25, 35, 20, 10};

    private final List<BankQuestion> bank;
    private final Map<SectionId, String> sections;
    private final Pool pool;
    private final boolean approvedOnly;
    private final Function<String, String> texts;

    /**
     * @param texts gives the name of a preset by its message key
     */
    Presets(
            List<BankQuestion> bank,
            Map<SectionId, String> sections,
            Pool pool,
            Function<String, String> texts) {
        var approved = bank.stream().filter(it -> it.status() == Status.APPROVED).toList();
        // A fresh import has few approvals: then drafts count, and the recipe says so.
        this.approvedOnly = approved.size() * 2 >= bank.size();
        this.bank = approvedOnly ? approved : bank;
        this.sections = sections;
        this.pool = pool;
        this.texts = texts;
    }

    List<BlueprintDraft> all() {
        var presets = new ArrayList<BlueprintDraft>();
        add(presets, texts.apply("blueprint.preset.screen"), 30, SCREEN, bank);
        add(presets, texts.apply("blueprint.preset.middle"), 60, MIDDLE, bank);
        add(presets, texts.apply("blueprint.preset.senior"), 60, SENIOR, bank);
        bySection(bank).entrySet().stream()
                .filter(section -> section.getValue().size() >= LEAST_OF_A_BIG_SECTION)
                .sorted(Comparator.comparingInt(it -> -it.getValue().size()))
                .forEach(section ->
                        add(
                                presets,
                                texts.apply("blueprint.preset.section")
                                        .replace(
                                                "{0}", sections.getOrDefault(section.getKey(), "")),
                                30,
                                SECTION,
                                section.getValue()));
        return presets;
    }

    private void add(
            List<BlueprintDraft> presets,
            String name,
            int minutes,
            int[] shares,
            List<BankQuestion> from) {
        var draft = draft(name, minutes, shares, from);
        if (draft != null) {
            presets.add(draft);
        }
    }

    private @Nullable BlueprintDraft draft(
            String name, int minutes, int[] shares, List<BankQuestion> from) {
        if (from.size() < LEAST_QUESTIONS) {
            return null;
        }
        var have = new int[5];
        var seconds = new long[5];
        for (var question : from) {
            have[question.difficulty().level() - 1]++;
            seconds[question.difficulty().level() - 1] += question.seconds();
        }
        double perQuestion = 0;
        double weight = 0;
        for (int level = 0; level < 5; level++) {
            if (have[level] > 0) {
                perQuestion += shares[level] * ((double) seconds[level] / have[level]);
                weight += shares[level];
            }
        }
        if (weight == 0) {
            return null;
        }
        int slots =
                (int)
                        Math.clamp(
                                Math.round(minutes * 60 / (perQuestion / weight)),
                                LEAST_QUESTIONS,
                                Math.min(from.size(), BlueprintDraft.MAX_SLOTS));
        var quotas = new ArrayList<Quota>();
        var levels = apportion(slots, shares, have);
        for (int level = 0; level < 5; level++) {
            quotas.add(Quota.aiming(null, Difficulty.ofLevel(level + 1), levels[level]));
        }
        var bySection = bySection(from);
        var ids = List.copyOf(bySection.keySet());
        var sizes = bySection.values().stream().mapToInt(List::size).toArray();
        var counts = apportion(slots, sizes, sizes);
        for (int i = 0; i < ids.size(); i++) {
            quotas.add(Quota.aiming(ids.get(i), null, counts[i]));
        }
        if (from.size() < bank.size()) {
            // Only these sections: all others are excluded by their own quota.
            for (var other : sections.keySet()) {
                if (!bySection.containsKey(other)) {
                    quotas.add(new Quota(other, null, 0, 0, null));
                }
            }
        }
        var planned = minutes * 60;
        return feasible(
                new BlueprintDraft(
                        cut(name),
                        slots,
                        planned,
                        planned * 85 / 100,
                        planned * 110 / 100,
                        approvedOnly,
                        quotas,
                        Set.of(),
                        Set.of()));
    }

    /** The draft, mended by the assembler until it works on this bank, or null if it cannot be. */
    private @Nullable BlueprintDraft feasible(BlueprintDraft draft) {
        for (int attempt = 0; attempt < MAX_REPAIRS; attempt++) {
            var recipe = new Recipe(draft, sections, Set.of());
            var outcome =
                    new Assembler().assemble(pool, recipe.blueprint(), AssemblyRequest.one(1));
            switch (outcome) {
                case Assembly.Assembled assembled -> {
                    return draft;
                }
                case Assembly.Infeasible infeasible -> draft = recipe.repaired(infeasible.repair());
                case Assembly.Undecided undecided -> {
                    return null;
                }
            }
        }
        return null;
    }

    /**
     * Shares a number of questions out in proportion to the shares, never above what there is; the
     * largest remainders get the rest.
     */
    static int[] apportion(int total, int[] shares, int[] have) {
        var result = new int[shares.length];
        long sum = Arrays.stream(shares).asLongStream().sum();
        if (sum == 0) {
            return result;
        }
        var order = new ArrayList<Integer>();
        for (int i = 0; i < shares.length; i++) {
            result[i] = (int) Math.min(have[i], (long) total * shares[i] / sum);
            order.add(i);
        }
        order.sort(
                Comparator.comparingLong((Integer i) -> -((long) total * shares[i] % sum))
                        .thenComparing(Comparator.naturalOrder()));
        int left = total - Arrays.stream(result).sum();
        while (left > 0) {
            int before = left;
            for (int i : order) {
                if (left > 0 && result[i] < have[i] && shares[i] > 0) {
                    result[i]++;
                    left--;
                }
            }
            if (left == before) {
                break; // nothing more to give: the demands' repair takes it from here
            }
        }
        return result;
    }

    private static Map<SectionId, List<BankQuestion>> bySection(List<BankQuestion> questions) {
        return questions.stream()
                .collect(
                        Collectors.groupingBy(
                                BankQuestion::section, LinkedHashMap::new, Collectors.toList()));
    }

    private static String cut(String name) {
        return name.length() <= BlueprintDraft.MAX_NAME
                ? name
                : name.substring(0, BlueprintDraft.MAX_NAME - 1) + "…";
    }
}
