package org.interviewplanner.web.bank;

import java.util.List;

/** The outcome of taking an import back. */
public sealed interface ImportUndo {

    /**
     * The bank is as it was before.
     *
     * @param removed questions that the import had made
     * @param restored questions that the import had changed
     * @param sections that the import had made and that were empty
     */
    record Undone(int removed, int restored, int sections) implements ImportUndo {}

    /** Something was built on what the import made; nothing was changed. */
    record Refused(List<Obstacle> obstacles) implements ImportUndo {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }

    /** Why an import cannot be taken back. */
    enum Reason {
        /** It was, before. */
        UNDONE_BEFORE,
        /** It was made by a version that did not write down what it changed. */
        NOT_RECORDED,
        /** A question of it stands in a kept set. */
        IN_SET,
        /** A question of it belongs to a session, or was asked. */
        IN_SESSION,
        /** A blueprint names a question or a section that it made. */
        IN_BLUEPRINT,
        /** A later import holds, changes or follows up its questions. */
        IN_IMPORT,
        /** A person has changed, approved or moved a question of it since. */
        CHANGED,
        /** A person has decided on what it suggested. */
        DECIDED
    }

    /**
     * One reason.
     *
     * @param count of the questions, or of the decisions, that are concerned
     * @param names of what uses them, at most five; may be empty
     */
    record Obstacle(Reason reason, int count, List<String> names) {
        public Obstacle {
            names = List.copyOf(names);
        }
    }
}
