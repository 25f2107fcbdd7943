package org.interviewplanner.web.bank;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interviewplanner.bank.BankDiff;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.ParsedBank;
import org.interviewplanner.web.data.SectionId;

/** The choices that a preview starts with. */
final class FirstGuess {
    /** The marks that mean one thing here and another there. */
    static final Set<Mark> ASKED = EnumSet.of(Mark.CHECKED, Mark.TICK, Mark.STRUCK);

    private FirstGuess() {}

    static ImportChoices of(Reading reading, BankDiff diff, Snapshot stored) {
        var marks = new HashMap<Integer, Map<Mark, MarkMeaning>>();
        for (int document = 0; document < reading.documents().size(); document++) {
            marks.put(document, marks(reading, document));
        }
        return new ImportChoices(marks, Set.of(), sections(reading.parsed(), diff, stored));
    }

    private static Map<Mark, MarkMeaning> marks(Reading reading, int document) {
        var open =
                reading.places().stream()
                        .flatMap(List::stream)
                        .anyMatch(it -> it.document() == document && it.mark() == Mark.UNCHECKED);
        var marks = new EnumMap<Mark, MarkMeaning>(Mark.class);
        // Where every box is ticked, the tick tells nothing apart.
        marks.put(Mark.CHECKED, open ? MarkMeaning.APPROVED : MarkMeaning.NOTHING);
        marks.put(Mark.TICK, MarkMeaning.APPROVED);
        marks.put(Mark.STRUCK, MarkMeaning.WITHDRAWN);
        return marks;
    }

    /**
     * A section of another name that holds most of the document's section is that section, renamed.
     */
    private static Map<List<String>, SectionId> sections(
            ParsedBank parsed, BankDiff diff, Snapshot stored) {
        var byName = stored.sectionsByName();
        var byId = stored.byId();
        var homes = new HashMap<List<String>, Map<SectionId, Integer>>();
        var sizes = new HashMap<List<String>, Integer>();
        for (int i = 0; i < parsed.questions().size(); i++) {
            var path = parsed.questions().get(i).section();
            sizes.merge(path, 1, Integer::sum);
            var id = ImportPlan.storedId(diff.changes().get(i));
            var known = id == null ? null : byId.get(id);
            if (known != null) {
                homes.computeIfAbsent(path, it -> new HashMap<>())
                        .merge(known.section(), 1, Integer::sum);
            }
        }
        var guess = new HashMap<List<String>, SectionId>();
        homes.forEach((path, counts) -> {
            if (byName.containsKey(Snapshot.folded(path))) {
                return;
            }
            counts.entrySet().stream()
                    .filter(it -> 2 * it.getValue() > sizes.getOrDefault(path, 0))
                    .findFirst()
                    .ifPresent(it -> guess.put(path, it.getKey()));
        });
        return guess;
    }
}
