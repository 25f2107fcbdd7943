package org.interviewplanner.web.session.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
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

/** The candidate's page: no account, no score, no other question, nothing but the current one. */
@RestController
class CandidateScreenController {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <title>Interview</title>
            <link rel="icon" href="../icon.svg">
            <link rel="stylesheet" href="../candidate-screen.css">
            </head>
            <body>
            <main id="question" aria-live="polite"></main>
            <p id="state" role="status"></p>
            <script type="module" src="../live/candidate.js"></script>
            </body>
            </html>
            """;

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
        return find(token, request).isEmpty()
                ? ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("This link does not work, or no longer. Please ask for a new one.")
                : ResponseEntity.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noStore())
                        .body(PAGE);
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
        if (throttle.isTooMany(address)) {
            return Optional.empty();
        }
        var shown = screens.shown(token);
        if (shown.isEmpty()) {
            throttle.count(address);
        }
        return shown;
    }
}
