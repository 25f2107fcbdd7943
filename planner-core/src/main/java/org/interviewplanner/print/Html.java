package org.interviewplanner.print;

/**
 * One complete document that is well-formed XML and valid for a browser as {@code text/html} alike.
 *
 * <p>Only {@link SheetRenderer} makes one, so whoever holds it knows that it was cleaned and
 * fetches nothing.
 */
public final class Html {

    private final String document;

    Html(String document) {
        this.document = document;
    }

    /** The document from {@code <!DOCTYPE html>} to {@code </html>}; to be sent as UTF-8. */
    public String document() {
        return document;
    }

    @Override
    public String toString() {
        return document;
    }
}
