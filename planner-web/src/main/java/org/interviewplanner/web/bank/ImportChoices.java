package org.interviewplanner.web.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.web.data.SectionId;

/**
 * What a person decided about an import; start with {@link ImportPreview.Ready#guess}.
 *
 * @param marks what the document means by its marks
 * @param unticked indices of the document's questions that are left alone
 * @param sections stored sections that stand for sections of the document, by its path; those not
 *     named here are taken by name, or made
 */
public record ImportChoices(
        Map<Mark, MarkMeaning> marks,
        Set<Integer> unticked,
        Map<List<String>, SectionId> sections) {

    public ImportChoices {
        marks = Map.copyOf(marks);
        unticked = Set.copyOf(unticked);
        sections = Map.copyOf(sections);
    }

    public ImportChoices with(Mark mark, MarkMeaning meaning) {
        var changed = new java.util.EnumMap<Mark, MarkMeaning>(Mark.class);
        changed.putAll(marks);
        changed.put(mark, meaning);
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
        var changed = new java.util.HashMap<>(sections);
        changed.put(path, section);
        return new ImportChoices(marks, unticked, changed);
    }

    /** The same choices with a section of the document taken by its name, or made. */
    public ImportChoices withOwn(List<String> path) {
        var changed = new java.util.HashMap<>(sections);
        changed.remove(path);
        return new ImportChoices(marks, unticked, changed);
    }
}
