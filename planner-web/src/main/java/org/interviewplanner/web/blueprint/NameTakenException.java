package org.interviewplanner.web.blueprint;

/** The team has a blueprint of that name already. */
public final class NameTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NameTakenException(String name) {
        super(
                """
                The name (%s) must be new in the team.
                Maybe add the role or the month.\
                """
                        .formatted(name));
    }
}
