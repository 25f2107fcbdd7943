package org.interviewplanner.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of other sites from changing anything in the name of a visitor: only our own page, or
 * a program, can add the header; a browser asks before it lets a foreign page do so, and is
 * refused.
 */
class ApiHeaderFilter extends OncePerRequestFilter {
    static final String HEADER = "X-Planner";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HEADER);
        var isSignedIn =
                SignedIn.of(SecurityContextHolder.getContext().getAuthentication()) != null;
        if (isSignedIn
                && !SAFE.contains(request.getMethod())
                && (header == null || header.isBlank())) {
            ApiAnswer.send(response, HttpStatus.FORBIDDEN, ApiAnswer.HEADER_MISSING);
        } else {
            chain.doFilter(request, response);
        }
    }
}
