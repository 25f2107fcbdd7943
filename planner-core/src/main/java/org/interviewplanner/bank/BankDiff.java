package org.interviewplanner.bank;

import java.util.List;

/**
 * What an import would do: parsed against stored.
 *
 * @param changes one per parsed question, in the order of {@link ParsedBank#questions()}
 * @param missing ids of the stored questions that the document does not hold, in the stored order
 */
public record BankDiff(List<Change> changes, List<String> missing) {

    public BankDiff {
        changes = List.copyOf(changes);
        missing = List.copyOf(missing);
    }

    /** What becomes of one parsed question. */
    public sealed interface Change {}

    /** The bank does not know it yet. */
    public record Created() implements Change {}

    /**
     * It is a stored question in a new wording.
     *
     * @param id of the stored question
     * @param reason how it was recognised, as a sentence
     */
    public record Revised(String id, String reason) implements Change {}

    /**
     * It is a stored question whose wording need not change.
     *
     * @param id of the stored question
     * @param reason how it was recognised, as a sentence
     */
    public record Unchanged(String id, String reason) implements Change {}

    /**
     * Recognises stored questions in a parsed document.
     *
     * <p>Identity is the explicit key, else the same words (in the same section first), else a
     * former wording, else the most similar wording in the same section, else anywhere. A document
     * that still carries a wording which a person has replaced changes nothing: human decisions
     * win.
     *
     * @param stored ids must be unique
     * @throws IllegalArgumentException if two stored questions share an id
     */
    public static BankDiff between(ParsedBank parsed, List<StoredQuestion> stored) {
        return new Recognition(parsed.questions(), stored).diff();
    }

    /** How many changes are of the given kind. */
    public long count(Class<? extends Change> kind) {
        return changes.stream().filter(kind::isInstance).count();
    }
}
