/**
 * What leaves on paper: turns kept sets into sheets for the browser's print view and into PDF.
 *
 * <p>The core lays out; this room only fetches, prints and sends. {@link
 * org.interviewplanner.web.print.PdfPrinter} is the only class that knows the PDF engine, so that
 * it can be exchanged. The fonts that it embeds lie beside it with their licences, because a server
 * has none that one can rely on.
 */
@NullMarked
package org.interviewplanner.web.print;

import org.jspecify.annotations.NullMarked;
