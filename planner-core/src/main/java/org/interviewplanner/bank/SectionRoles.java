package org.interviewplanner.bank;

import org.interviewplanner.bank.Slots.Role;
import org.interviewplanner.bank.Unit.Kind;

/**
 * Headings that are no questions are sections, unless what stands below them is aside; bold lines
 * over lists too.
 */
final class SectionRoles {
    private final Ground ground;

    SectionRoles(Ground ground) {
        this.ground = ground;
    }

    void find() {
        for (int i = 0; i < ground.size(); i++) {
            if (ground.role(i) != Role.CONTENT || ground.isTaken(i) || ground.isSwallowed(i)) {
                continue;
            }
            if (ground.is(i, Kind.HEADING)) {
                boolean isSection = ground.isTitle(i) || !ground.isOther(i) && !isOverAsides(i);
                ground.setRole(i, isSection ? Role.SECTION : Role.ASIDE);
            } else if (ground.isBoldParagraph(i) && isOverList(i)) {
                ground.setRole(i, Role.SECTION);
            } else if (ground.isAside(i)) {
                ground.setRole(i, Role.ASIDE);
            }
        }
    }

    private boolean isOverAsides(int heading) {
        boolean holdsAside = false;
        for (int i = heading + 1; i < ground.size() && !ground.is(i, Kind.HEADING); i++) {
            if (ground.isAside(i)) {
                holdsAside = true;
            } else if (!ground.isFrame(i)) {
                return false;
            }
        }
        return holdsAside;
    }

    private boolean isOverList(int i) {
        return i + 1 < ground.size()
                && ground.is(i + 1, Kind.ITEM)
                && ground.role(i + 1) == Role.QUESTION;
    }
}
