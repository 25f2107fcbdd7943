package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.BankDiff;
import org.interviewplanner.bank.ParsedBank;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.SectionId;

/** Finds the sections that a document holds in another place than the bank. */
final class MovedSections {

    /**
     * A section that stands elsewhere in the document.
     *
     * @param section its path in the bank
     * @param below path of the section around it in the document; empty for the top
     * @param question index of its first question in the document
     */
    record Moved(List<String> section, List<String> below, int question) {}

    private record Way(List<String> section, List<String> below) {}

    private final ParsedBank parsed;
    private final Snapshot stored;
    private final Map<List<String>, SectionId> byName;

    private MovedSections(ParsedBank parsed, Snapshot stored) {
        this.parsed = parsed;
        this.stored = stored;
        this.byName = stored.sectionsByName();
    }

    /**
     * A section has moved if it kept its name, most of its questions came along, and its old place
     * in the document is gone. Where a person has put it counts more than the document.
     */
    static List<Moved> of(
            ParsedBank parsed, BankDiff diff, Snapshot stored, ImportChoices choices) {
        return new MovedSections(parsed, stored).find(diff, choices);
    }

    private List<Moved> find(BankDiff diff, ImportChoices choices) {
        var byId = stored.byId();
        var came = new LinkedHashMap<Way, List<Integer>>();
        for (int i = 0; i < parsed.questions().size(); i++) {
            var id = ImportPlan.storedId(diff.changes().get(i));
            var known = id == null ? null : byId.get(id);
            var path = parsed.questions().get(i).section();
            if (known != null && known.section().equals(choices.sections().get(path))) {
                int shared = shared(path, known.path());
                if (shared > 0) {
                    var section = known.path().subList(0, known.path().size() - shared + 1);
                    var below = path.subList(0, path.size() - shared);
                    came.computeIfAbsent(new Way(section, below), it -> new ArrayList<>()).add(i);
                }
            }
        }
        var moved = new ArrayList<Moved>();
        came.forEach((way, questions) -> {
            if (isMove(way, questions.size())) {
                moved.add(new Moved(way.section(), way.below(), questions.getFirst()));
            }
        });
        return moved;
    }

    private boolean isMove(Way way, int came) {
        var section = byName.get(Snapshot.folded(way.section()));
        var target = new ArrayList<>(way.below());
        target.add(way.section().getLast());
        long all =
                stored.questions().stream()
                        .filter(it -> it.status() != Status.RETIRED && !it.sources().isEmpty())
                        .filter(it -> isBelow(it.path(), way.section()))
                        .count();
        return section != null
                && !stored.placed().contains(section)
                && !byName.containsKey(Snapshot.folded(target))
                && !isBelow(way.below(), way.section())
                && 2L * came > all
                && parsed.questions().stream()
                        .noneMatch(it -> isBelow(it.section(), way.section()));
    }

    /** Whether the path is that of the section, or of one inside it. */
    private static boolean isBelow(List<String> path, List<String> section) {
        return path.size() >= section.size()
                && Snapshot.folded(path.subList(0, section.size()))
                        .equals(Snapshot.folded(section));
    }

    /** How many names the ends of two different paths have in common. */
    private static int shared(List<String> one, List<String> other) {
        var first = Snapshot.folded(one);
        var second = Snapshot.folded(other);
        int shared = 0;
        while (shared < Math.min(first.size(), second.size())
                && first.get(first.size() - 1 - shared)
                        .equals(second.get(second.size() - 1 - shared))) {
            shared++;
        }
        return first.equals(second) ? 0 : shared;
    }
}
