package org.interviewplanner.web.security;

/** The names of the roles as constants, for annotations. */
public final class Roles {
    public static final String ADMIN = "ADMIN";
    public static final String LEAD = "LEAD";
    public static final String AUTHOR = "AUTHOR";
    public static final String INTERVIEWER = "INTERVIEWER";

    private Roles() {}
}
