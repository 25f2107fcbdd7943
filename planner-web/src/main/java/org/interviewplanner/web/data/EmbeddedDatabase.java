package org.interviewplanner.web.data;

/** The PostgreSQL that comes with the product. */
public interface EmbeddedDatabase extends AutoCloseable {
    DatabaseAccess access();
}
