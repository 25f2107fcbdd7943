package org.interviewplanner.bank;

import java.util.List;

/**
 * A change of a section that a document suggests in words.
 *
 * @param kind what is to be done
 * @param section path of the section meant, or the name as the document writes it if there is no
 *     such section
 * @param into names of the sections afterwards, as quoted; empty if the document names none
 * @param line 1-based line of the suggestion
 */
public record SectionProposal(Kind kind, List<String> section, List<String> into, int line) {

    /** What a document suggests to do with a section. */
    public enum Kind {
        /** Make several sections of one. */
        SPLIT,
        /** Give it, or its subsections, other names. */
        RENAME,
        /** Put its questions under named groups. */
        GROUP,
        /** Add headings inside. */
        ADD_HEADINGS
    }

    /**
     * @throws IllegalArgumentException if the section path is empty or line &lt; 1
     */
    public SectionProposal {
        section = List.copyOf(section);
        into = List.copyOf(into);
        if (section.isEmpty() || line < 1) {
            throw new IllegalArgumentException(
                    "The section proposal must name a section (%s) and have a line (%d) of at least 1."
                            .formatted(section, line));
        }
    }
}
