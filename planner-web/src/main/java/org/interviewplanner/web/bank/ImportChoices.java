package org.interviewplanner.web.bank;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.web.data.SectionId;

/**
 * What a person decided about an import; start with {@link ImportPreview.Ready#guess}.
 *
 * @param marks what each document means by its marks, by its index
 * @param unticked indices of the document's questions that are left alone
 * @param sections stored sections that stand for sections of the document, by its path; those not
 *     named here are taken by name, or made
 */
public record ImportChoices(
        Map<Integer, Map<Mark, MarkMeaning>> marks,
        Set<Integer> unticked,
        Map<List<String>, SectionId> sections) {

    public ImportChoices {
        marks = Map.copyOf(marks);
        unticked = Set.copyOf(unticked);
        sections = Map.copyOf(sections);
    }

    /** What a document means by a mark; nothing if nobody said. */
    public MarkMeaning meaning(int document, Mark mark) {
        return marks.getOrDefault(document, Map.of()).getOrDefault(mark, MarkMeaning.NOTHING);
    }

    /**
     * The same choices with another meaning of a mark.
     *
     * @param document index in {@link ImportPreview.Ready#documents()}
     */
    public ImportChoices with(int document, Mark mark, MarkMeaning meaning) {
        var here = new HashMap<>(marks.getOrDefault(document, Map.of()));
        here.put(mark, meaning);
        var changed = new HashMap<>(marks);
        changed.put(document, Map.copyOf(here));
        return new ImportChoices(changed, unticked, sections);
    }

    /** The same choices with one question of the document ticked or unticked. */
    public ImportChoices ticked(int index, boolean ticked) {
        return ticked(Set.of(index), ticked);
    }

    /** The same choices with questions of the document ticked or unticked. */
    public ImportChoices ticked(Set<Integer> indices, boolean ticked) {
        var changed = new HashSet<>(unticked);
        if (ticked) {
            changed.removeAll(indices);
        } else {
            changed.addAll(indices);
        }
        return new ImportChoices(marks, changed, sections);
    }

    /** The same choices with a stored section standing for one of the document. */
    public ImportChoices with(List<String> path, SectionId section) {
        var changed = new HashMap<>(sections);
        changed.put(path, section);
        return new ImportChoices(marks, unticked, changed);
    }

    /** The same choices with a section of the document taken by its name, or made. */
    public ImportChoices withOwn(List<String> path) {
        var changed = new HashMap<>(sections);
        changed.remove(path);
        return new ImportChoices(marks, unticked, changed);
    }
}
