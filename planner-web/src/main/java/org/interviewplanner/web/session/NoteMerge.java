package org.interviewplanner.web.session;

/**
 * Brings together what two tabs of one rater made of the same note.
 *
 * <p>Each side's change is the one stretch of the base between the common beginning and the common
 * end. Changes at different places are both made; changes at the same place keep both texts, one
 * after the other. Nothing typed is ever dropped.
 */
final class NoteMerge {

    private NoteMerge() {}

    /** The text that holds what both sides made of {@code base}. */
    static String merge(String base, String theirs, String mine) {
        if (theirs.equals(mine) || mine.equals(base)) {
            return theirs;
        }
        if (theirs.equals(base)) {
            return mine;
        }
        var their = Change.of(base, theirs);
        var my = Change.of(base, mine);
        if (their.to() < my.from() || (their.to() == my.from() && my.from() < my.to())) {
            return both(base, their, my);
        }
        if (my.to() < their.from() || (my.to() == their.from() && their.from() < their.to())) {
            return both(base, my, their);
        }
        if (their.from() == their.to() && my.from() == my.to()) {
            var at = their.from();
            return base.substring(0, at) + joined(their.text(), my.text()) + base.substring(at);
        }
        return joined(theirs, mine);
    }

    private static String both(String base, Change first, Change second) {
        return base.substring(0, first.from())
                + first.text()
                + base.substring(first.to(), second.from())
                + second.text()
                + base.substring(second.to());
    }

    private static String joined(String first, String second) {
        return first.endsWith("\n") || second.startsWith("\n")
                ? first + second
                : first + "\n" + second;
    }

    /** {@code base} from {@code from} to {@code to} became {@code text}. */
    private record Change(int from, int to, String text) {

        static Change of(String base, String changed) {
            var shorter = Math.min(base.length(), changed.length());
            var prefix = 0;
            while (prefix < shorter && base.charAt(prefix) == changed.charAt(prefix)) {
                prefix++;
            }
            // Half a surrogate pair is no character.
            if (prefix > 0 && Character.isHighSurrogate(base.charAt(prefix - 1))) {
                prefix--;
            }
            var suffix = 0;
            while (suffix < shorter - prefix
                    && base.charAt(base.length() - 1 - suffix)
                            == changed.charAt(changed.length() - 1 - suffix)) {
                suffix++;
            }
            if (suffix > 0 && Character.isLowSurrogate(base.charAt(base.length() - suffix))) {
                suffix--;
            }
            return new Change(
                    prefix,
                    base.length() - suffix,
                    changed.substring(prefix, changed.length() - suffix));
        }
    }
}
