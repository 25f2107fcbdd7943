package org.interviewplanner.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Compares each request's session with the database: a disabled person is nobody from the next
 * request on, on every node, and changed roles count at once.
 */
class SessionFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFilter.class);

    private final Standings standings;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SessionFilter(Standings standings) {
        this.standings = standings;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var then = SignedIn.of(authentication);
        if (authentication != null && then != null) {
            try {
                var now = standings.now(then);
                if (now == null) {
                    end(request);
                } else if (!now.equals(then)) {
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(now.toAuthentication(authentication.getDetails()));
                    SecurityContextHolder.setContext(context);
                    contexts.saveContext(context, request, response);
                }
            } catch (DataAccessException e) {
                // Without its database the product shows and changes nothing: let the page say so.
                LOG.debug("The session could not be compared with the database.", e);
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
