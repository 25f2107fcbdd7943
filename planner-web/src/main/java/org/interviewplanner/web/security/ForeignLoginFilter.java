package org.interviewplanner.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of other sites from signing a visitor in under somebody else's name: browsers say
 * where a form was, and one that stood elsewhere is sent to ours.
 */
class ForeignLoginFilter extends OncePerRequestFilter {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (request.getMethod().equals("POST")
                && request.getServletPath().equals(SecurityConfiguration.LOG_IN)
                && site != null
                && !OURS.contains(site)) {
            response.sendRedirect(request.getContextPath() + SecurityConfiguration.LOG_IN);
        } else {
            chain.doFilter(request, response);
        }
    }
}
