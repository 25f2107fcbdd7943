package org.interviewplanner.web.bank;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.bank.QuestionKey;
import org.interviewplanner.bank.Status;
import org.interviewplanner.bank.StoredQuestion;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * The bank as an import sees it. Two equal snapshots give the same plan, which is how accepting
 * knows that nothing has changed since the preview.
 *
 * @param questions in document order, retired ones included
 * @param sections paths of all sections
 * @param suggested signatures of all proposals that were ever made, decided ones included
 * @param placed sections whose place a person has decided
 */
record Snapshot(
        List<Known> questions,
        Map<SectionId, List<String>> sections,
        Set<String> suggested,
        Set<SectionId> placed) {

    /**
     * A stored question.
     *
     * @param former wordings that a person has replaced
     * @param wordedByPerson whether the current texts are a person's choice
     * @param follows the question that it follows up, or null
     * @param sources the imports and documents that hold it
     * @param documents names of these documents
     */
    record Known(
            QuestionId id,
            long version,
            @Nullable String key,
            SectionId section,
            List<String> path,
            int position,
            String wording,
            String body,
            String answer,
            List<String> goodToHear,
            List<String> former,
            boolean wordedByPerson,
            @Nullable QuestionId follows,
            List<String> sources,
            List<String> documents,
            Status status,
            boolean statusByPerson,
            Origin difficultyOrigin,
            Origin secondsOrigin,
            List<String> documentTags) {}

    Snapshot {
        questions = List.copyOf(questions);
        sections = Map.copyOf(sections);
        suggested = Set.copyOf(suggested);
        placed = Set.copyOf(placed);
    }

    List<StoredQuestion> recognisable() {
        return questions.stream()
                .map(it ->
                        new StoredQuestion(
                                it.id().value().toString(),
                                it.key() == null ? null : new QuestionKey(it.key()),
                                it.path(),
                                it.position(),
                                it.wording(),
                                it.former(),
                                follows(it)))
                .toList();
    }

    private static @Nullable String follows(Known known) {
        var follows = known.follows();
        return follows == null ? null : follows.value().toString();
    }

    Map<String, Known> byId() {
        var byId = new HashMap<String, Known>();
        questions.forEach(it -> byId.put(it.id().value().toString(), it));
        return byId;
    }

    /**
     * The imports and documents that this one holds again: at least half of what each brought. Any
     * other document knows nothing of their questions, whatever its name.
     *
     * @param gone ids of the stored questions that the document does not hold
     */
    Set<String> heldAgain(Set<String> gone) {
        var total = new HashMap<String, Integer>();
        var kept = new HashMap<String, Integer>();
        for (var known : questions) {
            if (known.status() != Status.RETIRED) {
                for (var source : known.sources()) {
                    total.merge(source, 1, Integer::sum);
                    if (!gone.contains(known.id().value().toString())) {
                        kept.merge(source, 1, Integer::sum);
                    }
                }
            }
        }
        var held = new HashSet<String>();
        kept.forEach((source, found) -> {
            if (2 * found >= total.getOrDefault(source, 0)) {
                held.add(source);
            }
        });
        return held;
    }

    /** Sections by their names without case, so that "orm" is "ORM". */
    Map<List<String>, SectionId> sectionsByName() {
        var byName = new HashMap<List<String>, SectionId>();
        sections.forEach((id, path) -> byName.putIfAbsent(folded(path), id));
        return byName;
    }

    /**
     * The path that words of a document mean: the same path, or the only one whose last name they
     * are; null if there is none.
     */
    static @Nullable List<String> meant(List<String> words, Collection<List<String>> paths) {
        var folded = folded(words);
        var exact = paths.stream().filter(it -> folded(it).equals(folded)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        var named =
                paths.stream()
                        .filter(it -> folded(it.getLast()).equals(folded.getLast()))
                        .distinct()
                        .toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    static List<String> folded(List<String> path) {
        return path.stream().map(Snapshot::folded).toList();
    }

    /** Words without case and with single blanks: what a person would call the same. */
    static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
