package org.interviewplanner.web.security;

/** Why an account could not be made or changed, for the screen to say in the reader's words. */
public enum Refusal {
    /** Used, expired, revoked, or never given out. */
    LINK_INVALID,
    /** Blank, longer than 100 characters, or with characters nobody can see. */
    NAME_UNUSABLE,
    NAME_TAKEN,
    /** Fewer than {@link PasswordRule#MIN_LENGTH} characters. */
    PASSWORD_SHORT,
    /** More than {@link PasswordRule#MAX_LENGTH} characters. */
    PASSWORD_LONG,
    /** The name, or little more than the name. */
    PASSWORD_LIKE_NAME,
    /** Among those that are tried first, or of very few different characters. */
    PASSWORD_COMMON,
    /** The password that should prove who is asking is another. */
    PASSWORD_WRONG,
    /** At least one enabled administrator must remain. */
    LAST_ADMINISTRATOR,
    /** Nobody disables, or takes the administrator's role from, themselves. */
    ONESELF,
    /** A person without a role could do nothing. */
    NO_ROLE
}
