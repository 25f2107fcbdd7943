package org.interviewplanner.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Tells requests for a whole page from those that a page sends. */
final class Pages {

    private Pages() {}

    static boolean isPage(HttpServletRequest request) {
        var path = request.getServletPath() + nonNull(request.getPathInfo());
        return request.getMethod().equals("GET")
                && nonNull(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")
                && !isForFramework(request)
                && !path.startsWith("/VAADIN/")
                && !isForPrograms(path);
    }

    /** Whether a page asks its own framework, whatever the address. */
    static boolean isForFramework(HttpServletRequest request) {
        return request.getParameter("v-r") != null;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        return isForPrograms(request.getServletPath() + nonNull(request.getPathInfo()));
    }

    private static boolean isForPrograms(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    private static String nonNull(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
