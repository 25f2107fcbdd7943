package org.interviewplanner.web.session.live;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.interviewplanner.web.session.CandidateScreenService;
import org.interviewplanner.web.session.CandidateScreenService.Shown;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.HtmlUtils;

/** The candidate's page: no account, no score, no other question, nothing but the current one. */
@RestController
class CandidateScreenController {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <title>%2$s</title>
            <link rel="icon" href="../icon.svg">
            <link rel="stylesheet" href="../candidate-screen.css">
            </head>
            <body data-waiting="%3$s" data-ended="%4$s" data-away="%5$s">
            <header><h1>%2$s</h1>%6$s</header>
            <main id="question" aria-live="polite"></main>
            <p id="state" role="status"></p>
            <script type="module" src="../live/candidate.js"></script>
            </body>
            </html>
            """;

    private static final String GONE =
            """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%2$s</title>
            <link rel="icon" href="../icon.svg">
            <link rel="stylesheet" href="../candidate-screen.css">
            </head>
            <body><header><h1>%2$s</h1></header><main class="waiting">%3$s</main></body>
            </html>
            """;

    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final CandidateScreenService screens;
    private final Loudspeaker loudspeaker;
    private final Streams streams;
    private final GuessThrottle throttle;

    CandidateScreenController(
            CandidateScreenService screens,
            Loudspeaker loudspeaker,
            Streams streams,
            GuessThrottle throttle) {
        this.screens = screens;
        this.loudspeaker = loudspeaker;
        this.streams = streams;
        this.throttle = throttle;
    }

    @GetMapping("/candidate/{token}")
    ResponseEntity<String> page(@PathVariable String token, HttpServletRequest request) {
        var texts =
                ResourceBundle.getBundle(
                        BUNDLE,
                        request.getLocale(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return find(token, request)
                .map(shown ->
                        ResponseEntity.ok()
                                .contentType(HTML)
                                .cacheControl(CacheControl.noStore())
                                .body(page(texts, shown.mock())))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.NOT_FOUND)
                                .contentType(HTML)
                                .cacheControl(CacheControl.noStore())
                                .body(
                                        GONE.formatted(
                                                language(texts),
                                                text(texts, "title"),
                                                text(texts, "gone"))));
    }

    private static String page(ResourceBundle texts, boolean mock) {
        return PAGE.formatted(
                language(texts),
                text(texts, "title"),
                text(texts, "waiting"),
                text(texts, "ended"),
                text(texts, "away"),
                mock ? "<p id=\"mock\">%s</p>".formatted(text(texts, "mock")) : "");
    }

    private static String text(ResourceBundle texts, String key) {
        return HtmlUtils.htmlEscape(texts.getString("session.screen." + key));
    }

    private static String language(ResourceBundle texts) {
        var tag = texts.getLocale().toLanguageTag();
        return "und".equals(tag) ? "en" : tag;
    }

    @GetMapping("/candidate/{token}/question")
    ResponseEntity<Map<String, String>> question(
            @PathVariable String token, HttpServletRequest request) {
        return find(token, request)
                .map(shown ->
                        ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .body(
                                        Map.of(
                                                "html",
                                                shown.markdown()
                                                        .map(ScorecardMessage::toHtml)
                                                        .orElse(""))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    @GetMapping(path = "/candidate/{token}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(@PathVariable String token, HttpServletRequest request) {
        return find(token, request)
                .map(shown ->
                        ResponseEntity.ok(
                                streams.stream(ear ->
                                        loudspeaker.listenAsCandidate(
                                                shown.team(), shown.session(), ear))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    private Optional<Shown> find(String token, HttpServletRequest request) {
        var address = String.valueOf(request.getRemoteAddr());
        // Whoever holds a link suffers not from somebody who guesses behind the same address.
        if (throttle.isTooMany(address) && !throttle.knows(token)) {
            return Optional.empty();
        }
        var shown = screens.shown(token);
        if (shown.isEmpty()) {
            throttle.forget(token);
            throttle.count(address);
        } else {
            throttle.remember(token);
        }
        return shown;
    }
}
