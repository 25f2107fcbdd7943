package org.interviewplanner.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** What a program is told when the answer is no; the same bytes whatever the reason behind it. */
final class ApiAnswer {
    static final String NOT_SIGNED_IN = "{\"error\":\"Sign in first.\"}";
    static final String NOT_FOUND = "{\"error\":\"Not found.\"}";
    static final String HEADER_MISSING =
            "{\"error\":\"A request that changes something must carry the header X-Planner.\"}";

    static final String AWAY =
            "{\"error\":\"The database does not answer; please try again.\",\"reason\":\"AWAY\"}";

    private ApiAnswer() {}

    static void send(HttpServletResponse response, HttpStatus status, String body)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(body);
    }
}
