package org.interviewplanner.bank;

/** Numbers drawn as keys, such as {@code 1\uFE0F\u20E3}. */
final class Keycaps {
    private static final char KEY = '\u20E3';
    private static final char PICTURE = '\uFE0F';
    private static final int TEN = 0x1F51F;

    private Keycaps() {}

    /** Index behind the keys that a text begins with, or 0. */
    static int end(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.codePointAt(0) == TEN) {
            return 2;
        }
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            int key = end + 1;
            if (key < text.length() && text.charAt(key) == PICTURE) {
                key++;
            }
            if (key >= text.length() || text.charAt(key) != KEY) {
                break;
            }
            end = key + 1;
        }
        return end;
    }

    /** The number that keys show. */
    static String number(String keys) {
        var digits = new StringBuilder();
        keys.chars().filter(Character::isDigit).forEach(c -> digits.append((char) c));
        return digits.isEmpty() ? "10" : digits.toString();
    }
}
