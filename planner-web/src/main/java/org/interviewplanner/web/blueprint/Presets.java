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
    private static final int MOST_SECTIONS = 12;
    private static final int MAX_REPAIRS = 8;
    private static final int SHORTEST = 5 * 60;

    /** Shares of the levels 1 to 5. */
    private static final int[] SCREEN = {30, 35, 25, 10, 0};

    private static final int[] MIDDLE = {10, 25, 40, 20, 5};
    private static final int[] SENIOR = {0, 10, 35, 35, 20};
    private static final int[] JUNIOR = {35, 40, 20, 5, 0};
    private static final int[] EVEN = {20, 20, 20, 20, 20};
    private static final int[] BELL = {10, 20, 40, 20, 10};
    private static final int[] SECTION = {10, 25, 35, 20, 10};

    private final List<BankQuestion> bank;
    private final Stock stock;
    private final boolean approvedOnly;
    private final Function<String, String> texts;

    /**
     * @param texts gives the name of a preset by its message key
     */
    Presets(Stock stock, Function<String, String> texts) {
        var all = List.copyOf(stock.questions());
        var approved = all.stream().filter(it -> it.status() == Status.APPROVED).toList();
        // A fresh import has few approvals: then drafts count, and the recipe says so.
        this.approvedOnly = approved.size() * 2 >= all.size();
        this.bank = approvedOnly ? approved : all;
        this.stock = stock;
        this.texts = texts;
    }

    List<BlueprintDraft> all() {
        var presets = new ArrayList<BlueprintDraft>();
        add(presets, "blueprint.preset.screen", "", 30, SCREEN, bank);
        add(presets, "blueprint.preset.middle", "", 60, MIDDLE, bank);
        add(presets, "blueprint.preset.senior", "", 60, SENIOR, bank);
        add(presets, "blueprint.preset.junior", "", 60, JUNIOR, bank);
        add(presets, "blueprint.preset.even", "", 60, EVEN, bank);
        add(presets, "blueprint.preset.bell", "", 60, BELL, bank);
        var sections = bySection(bank);
        if (sections.size() > 1) {
            sections.entrySet().stream()
                    .filter(section -> section.getValue().size() >= LEAST_OF_A_BIG_SECTION)
                    .sorted(Comparator.comparingInt(it -> -it.getValue().size()))
                    .limit(MOST_SECTIONS)
                    .forEach(section ->
                            add(
                                    presets,
                                    "blueprint.preset.section",
                                    String.valueOf(stock.sectionName(section.getKey())),
                                    30,
                                    SECTION,
                                    section.getValue()));
        }
        return presets;
    }

    private void add(
            List<BlueprintDraft> presets,
            String key,
            String section,
            int minutes,
            int[] shares,
            List<BankQuestion> from) {
        var draft = draft(minutes, shares, from);
        if (draft != null) {
            var name =
                    texts.apply(key)
                            .replace("{0}", String.valueOf(draft.plannedSeconds() / 60))
                            .replace("{1}", section);
            presets.add(draft.named(cut(name)));
        }
    }

    private @Nullable BlueprintDraft draft(int minutes, int[] shares, List<BankQuestion> from) {
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
            return null; // none of the levels that this preset is made of
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
            for (var other : bySection(List.copyOf(stock.questions())).keySet()) {
                if (!bySection.containsKey(other)) {
                    quotas.add(new Quota(other, null, 0, 0, null));
                }
            }
        }
        // A small bank cannot fill the hour: then the recipe is as long as the bank allows.
        long all = from.stream().mapToLong(BankQuestion::seconds).sum();
        int planned = (int) Math.clamp(minutes * 60L, 60, Math.max(SHORTEST, all / 60 * 60));
        return feasible(
                new BlueprintDraft(
                        "preset",
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
            var recipe = new Recipe(draft, stock, Map.of(), Set.of());
            var outcome =
                    new Assembler()
                            .assemble(
                                    recipe.pool(),
                                    recipe.blueprint(),
                                    AssemblyRequest.one(1)
                                            .withWorkLimit(BlueprintService.TYPING_WORK));
            switch (outcome) {
                case Assembly.Assembled assembled -> {
                    return asLongAsItIs(draft);
                }
                case Assembly.Infeasible infeasible -> {
                    if (infeasible.repair().isEmpty()) {
                        return null;
                    }
                    draft = recipe.repaired(infeasible.repair());
                }
                case Assembly.Undecided undecided -> {
                    return null;
                }
            }
        }
        return null;
    }

    /** A repair may have moved the demanded time away from the wished one. */
    private static BlueprintDraft asLongAsItIs(BlueprintDraft draft) {
        int planned =
                Math.clamp(
                        draft.plannedSeconds(),
                        Math.max(60, draft.minSeconds()),
                        Math.max(60, draft.maxSeconds()));
        return new BlueprintDraft(
                draft.name(),
                draft.slots(),
                planned,
                draft.minSeconds(),
                draft.maxSeconds(),
                draft.approvedOnly(),
                draft.quotas(),
                draft.mustHave(),
                draft.mustNotHave());
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
