package org.interviewplanner.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/**
 * What is answered while the database is away: to a browser a page that says so and loads itself
 * anew once the database is back, to a program that it may try again.
 */
final class DatabaseAway {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s</title>
                <link rel="icon" href="%3$s/icon.svg">
                <link rel="stylesheet" href="%3$s/aura/aura.css">
                <link rel="stylesheet" href="%3$s/styles.css">
                <link rel="stylesheet" href="%3$s/security.css">
                <script type="module" src="%3$s/database-away.js"></script>
              </head>
              <body>
                <main class="not-found">
                  <h1>%1$s</h1>
                  <p>%2$s</p>
                  <database-away health="%3$s/actuator/health"></database-away>
                </main>
              </body>
            </html>
            """;

    private DatabaseAway() {}

    /**
     * Answers if nothing else can.
     *
     * @param isKnown whether the server remembers who is asking, so that an open page can say
     *     itself what happened
     * @return whether the request is answered
     */
    static boolean answer(HttpServletRequest request, HttpServletResponse response, boolean isKnown)
            throws IOException {
        if (Pages.isPage(request)) {
            sendPage(request, response);
            return true;
        }
        if (Pages.isForPrograms(request) && !isKnown) {
            ApiAnswer.send(response, HttpStatus.SERVICE_UNAVAILABLE, ApiAnswer.AWAY);
            return true;
        }
        return false;
    }

    private static void sendPage(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var texts = ResourceBundle.getBundle("vaadin-i18n.translations", request.getLocale());
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", "2");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        PAGE.formatted(
                                HtmlUtils.htmlEscape(texts.getString("security.away.title")),
                                HtmlUtils.htmlEscape(texts.getString("security.away")),
                                HtmlUtils.htmlEscape(request.getContextPath())));
    }
}
