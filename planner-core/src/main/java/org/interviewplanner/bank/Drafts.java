package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/**
 * Walks through a document once and gives each question its section, its parent and what stands
 * below it.
 */
final class Drafts {
    /**
     * A name above questions: of a heading, a bold line, an item or a fold.
     *
     * @param end index of the unit behind it, if it ends with a fold
     */
    private record Place(int level, String name, int line, int unit, int end) {}

    /** Bold lines and items as sections lie below every heading. */
    private static final int BELOW_HEADINGS = 10;

    private final Outline outline;
    private final List<Unit> units;
    private final Slots slots;
    private final int title;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Integer, Integer> draftOf = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Counts counted;
    private final boolean answersFollowItems;

    /** Items of lists that go on behind what stands below them. */
    private final BitSet broken = new BitSet();

    private int current = -1;
    private boolean inFold;

    Drafts(Outline outline, Slots slots, int title) {
        this.outline = outline;
        this.units = outline.units();
        this.slots = slots;
        this.title = title;
        this.counted = slots.counts();
        this.answersFollowItems = answersFollowItems();
        slots.lists().forEach(this::breaks);
    }

    List<Draft> collect() {
        for (int i = 0; i < units.size(); i++) {
            int at = i;
            if (units.get(i).is(Kind.SUMMARY) || units.get(i).is(Kind.FOLD_END)) {
                places.removeIf(it -> it.end() <= at);
            }
            switch (slots.role(i)) {
                case QUESTION -> begin(i, false);
                case TITLE -> begin(i, true);
                case SECTION -> section(i);
                case ASIDE -> leave(i);
                case CONTENT -> content(i);
            }
        }
        return drafts;
    }

    private void section(int i) {
        var unit = units.get(i);
        if (i == title) {
            current = -1;
            return;
        }
        boolean isHolder = i + 1 < units.size() && units.get(i + 1).parent() == i;
        int level =
                unit.is(Kind.HEADING)
                        ? unit.level()
                        : isHolder ? BELOW_HEADINGS + unit.level() : BELOW_HEADINGS;
        var name = counted.name(i, unit);
        if (!unit.is(Kind.SUMMARY)) {
            places.removeIf(it -> it.level() >= level);
        }
        if (!name.isBlank() && !name.matches("#\\s?\\d+")) {
            int end = unit.is(Kind.SUMMARY) ? slots.foldEnd(i) : Integer.MAX_VALUE;
            places.add(new Place(level, name, unit.line(), i, end));
        }
        current = -1;
    }

    private void leave(int i) {
        var unit = units.get(i);
        if (unit.is(Kind.HEADING)) {
            places.removeIf(it -> it.level() >= unit.level());
            current = -1;
        } else if (unit.is(Kind.SUMMARY)) {
            content(i);
        }
    }

    private void begin(int i, boolean isTitled) {
        var unit = units.get(i);
        if (unit.is(Kind.HEADING)) {
            places.removeIf(it -> it.level() >= BELOW_HEADINGS);
        }
        if (unit.is(Kind.ITEM)) {
            places.removeIf(it ->
                    it.level() > BELOW_HEADINGS && it.level() >= BELOW_HEADINGS + unit.level());
        }
        var names = new ArrayList<String>(places.size());
        var lines = new ArrayList<Integer>(places.size());
        var placed = new ArrayList<Integer>(places.size());
        for (var place : places) {
            names.add(place.name());
            lines.add(place.line());
            placed.add(place.unit());
        }
        int followed = slots.followed(i);
        int parent = followed >= 0 ? draftAt(followed) : parentOf(unit);
        drafts.add(
                new Draft(
                        i,
                        Objects.requireNonNull(slots.entry(i)),
                        names,
                        lines,
                        placed,
                        parent,
                        new ArrayList<>(),
                        isTitled));
        draftOf.put(i, drafts.size() - 1);
        if (slots.followed(i) < 0 || unit.is(Kind.HEADING)) {
            // What stands behind follow-ups still belongs to the question that they follow.
            current = drafts.size() - 1;
            inFold = unit.is(Kind.SUMMARY);
        }
    }

    private int parentOf(Unit unit) {
        for (int holder = unit.parent(); holder >= 0; holder = units.get(holder).parent()) {
            if (slots.role(holder) == Role.QUESTION) {
                return draftAt(holder);
            }
        }
        return -1;
    }

    private int draftAt(int unit) {
        return draftOf.getOrDefault(unit, -1);
    }

    private void content(int i) {
        var unit = units.get(i);
        if (slots.isTaken(i)) {
            current = unit.parent() < 0 ? -1 : current;
            return;
        }
        int owner = unit.parent() >= 0 ? ownerOf(unit) : current;
        if (owner < 0) {
            return;
        }
        var question = units.get(drafts.get(owner).at());
        boolean isApart = unit.parent() < 0 && question.is(Kind.ITEM);
        if (isApart && !answersFollowItems && !broken.get(drafts.get(owner).at())) {
            current = -1;
            return;
        }
        if (question.is(Kind.ROW)) {
            current = -1;
            return;
        }
        drafts.get(owner).content().add(i);
        if (question.is(Kind.SUMMARY)
                && (unit.is(Kind.FOLD_END) || unit.text().contains("</details>"))
                && inFold) {
            current = -1;
        }
    }

    private int ownerOf(Unit unit) {
        int owner = parentOf(unit);
        return owner >= 0 ? owner : current;
    }

    /** Whether this document writes the answers of list items below the items instead of inside. */
    private boolean answersFollowItems() {
        int items = 0;
        int followed = 0;
        for (int i = 0; i < units.size(); i++) {
            if (slots.role(i) == Role.QUESTION
                    && units.get(i).is(Kind.ITEM)
                    && units.get(i).parent() < 0) {
                items++;
                int next = i + 1;
                while (next < units.size() && units.get(next).parent() >= 0) {
                    next++;
                }
                followed += next < units.size() && isAnswerLike(next) ? 1 : 0;
            }
        }
        return items >= 2 && followed >= 0.5 * items;
    }

    private void breaks(List<Integer> list) {
        var outer = list.stream().filter(i -> units.get(i).parent() < 0).toList();
        int breaks = 0;
        for (int k = 0; k + 1 < outer.size(); k++) {
            if (isFollowed(outer.get(k), outer.get(k + 1))) {
                broken.set(outer.get(k));
                breaks++;
            }
        }
        if (breaks > 0 && 2 * breaks + 1 >= outer.size()) {
            broken.set(outer.getLast());
        }
    }

    private boolean isFollowed(int item, int next) {
        return IntStream.range(item + 1, next)
                .anyMatch(i -> units.get(i).parent() < 0 && isAnswerLike(i));
    }

    private boolean isAnswerLike(int i) {
        var kind = units.get(i).kind();
        boolean isOpen = slots.role(i) == Role.CONTENT || units.get(i).is(Kind.SUMMARY);
        return isOpen
                && (kind == Kind.PARAGRAPH
                        || kind == Kind.CODE
                        || kind == Kind.FOLD
                        || kind == Kind.SUMMARY
                        || kind == Kind.ITEM
                        || kind == Kind.HEADER);
    }
}
