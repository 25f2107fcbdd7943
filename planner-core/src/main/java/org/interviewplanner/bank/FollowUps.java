package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.List;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/** Lists under a line such as <em>Follow-ups:</em> ask on after the question above. */
final class FollowUps {
    private static final int LONGEST = 60;

    private final Ground ground;

    FollowUps(Ground ground) {
        this.ground = ground;
    }

    void find() {
        folded();
        int question = -1;
        for (int i = 0; i < ground.size(); i++) {
            if (ground.role(i) == Role.QUESTION || ground.role(i) == Role.TITLE) {
                question = i;
            } else if (ground.role(i) == Role.SECTION) {
                question = -1;
            } else if (question >= 0
                    && (ground.is(i, Kind.PARAGRAPH) || ground.is(i, Kind.HEADING))
                    && isFollowUp(i)) {
                ground.follow(i, question);
            } else if (question >= 0 && isLabel(i)) {
                var list = listBehind(i);
                if (!list.isEmpty() && ground.asking(list) >= Ground.MOST) {
                    int owner = question;
                    ground.setRole(i, Role.ASIDE);
                    list.forEach(item -> ground.follow(item, owner));
                    i = list.getLast();
                }
            }
        }
    }

    /** Folds that hold nothing but a list that asks: it asks on after what is always visible. */
    private void folded() {
        for (int i = 0; i < ground.size(); i++) {
            boolean isFold =
                    ground.role(i) == Role.QUESTION
                            && (ground.is(i, Kind.SUMMARY)
                                    || ground.is(i, Kind.HEADING)
                                            && i > 0
                                            && ground.is(i - 1, Kind.FOLD));
            if (isFold) {
                int question = i;
                var items = itemsOfFold(i);
                if (!items.isEmpty() && items.stream().allMatch(ground::asks)) {
                    items.forEach(item -> ground.follow(item, question));
                }
            }
        }
    }

    /** The items up to the end of a fold; empty if anything else stands there. */
    private List<Integer> itemsOfFold(int summary) {
        var items = new ArrayList<Integer>();
        for (int i = summary + 1; i < ground.size() && !ground.is(i, Kind.FOLD_END); i++) {
            if (ground.is(i, Kind.ITEM) && ground.entry(i) != null && !ground.isTaken(i)) {
                items.add(i);
            } else if (!ground.isFrame(i)) {
                return List.of();
            }
        }
        return items;
    }

    /** {@code Follow-up: When would you …?}; its entry becomes what stands behind the label. */
    private boolean isFollowUp(int i) {
        var text = ground.unit(i).text();
        var label = ground.isTaken(i) ? null : Label.of(text);
        if (label == null || !label.means(Meaning.FOLLOW) || label.end() >= text.length()) {
            return false;
        }
        var asked =
                Entry.of(
                        i,
                        ground.unit(i),
                        label.emphasis() + text.substring(label.end()),
                        ground.signs());
        if (asked.asks() < Entry.SURE) {
            return false;
        }
        ground.setEntry(i, asked);
        return true;
    }

    private boolean isLabel(int i) {
        if (!ground.is(i, Kind.PARAGRAPH) && !ground.is(i, Kind.HEADING)) {
            return false;
        }
        var text = ground.unit(i).text();
        boolean mayBeLabel =
                text.length() <= LONGEST
                        && (text.endsWith(":")
                                || text.endsWith("：")
                                || text.startsWith("*")
                                || text.startsWith("_")
                                || ground.is(i, Kind.HEADING));
        if (!mayBeLabel) {
            return false;
        }
        var name = SectionName.of(text);
        return Lexicon.shipped().means(Meaning.FOLLOW, name);
    }

    /** The outer items of the list that begins behind a line. */
    private List<Integer> listBehind(int line) {
        var list = new ArrayList<Integer>();
        if (line + 1 < ground.size() && ground.is(line + 1, Kind.ITEM)) {
            int group = ground.unit(line + 1).group();
            for (int i = line + 1; i < ground.size(); i++) {
                var unit = ground.unit(i);
                boolean isItem = unit.is(Kind.ITEM) && unit.group() == group;
                if (isItem && !ground.isTaken(i) && ground.entry(i) != null) {
                    list.add(i);
                } else if (!isItem && unit.parent() < line) {
                    break;
                }
            }
        }
        return list;
    }
}
