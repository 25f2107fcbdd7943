import org.jspecify.annotations.NullMarked;

/** Reads question banks, assembles interview sets from them, scores answers and lays out sheets. */
@NullMarked
module org.interviewplanner {
    requires static transitive org.jspecify;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.gfm.strikethrough;
    requires owasp.java.html.sanitizer;

    exports org.interviewplanner.assembly;
    exports org.interviewplanner.bank;
    exports org.interviewplanner.print;
}
