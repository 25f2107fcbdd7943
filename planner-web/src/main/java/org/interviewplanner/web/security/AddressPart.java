package org.interviewplanner.web.security;

import java.util.UUID;

/**
 * The part of an address that names a thing, such as {@code :session}. Each room that writes ids
 * into its addresses has one, so that a page for nothing, or for somebody else's thing, is answered
 * with the status 404 before any screen is made.
 */
public interface AddressPart {

    /** The name of the part in the routes, without its colon. */
    String name();

    /**
     * Goes on only if the member may see what the value names.
     *
     * @param value as it stands in the address, maybe nonsense
     * @throws NotFoundException if it names nothing, or nothing that the member may see
     */
    void require(Member by, String value);

    /**
     * Reads an id.
     *
     * @throws NotFoundException if the text is none
     */
    static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
