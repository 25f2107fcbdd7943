package org.interviewplanner.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Compares each request with the database: a disabled person is nobody from the next request on, on
 * every node, and changed roles count at once. A browser that this server does not know (any more)
 * is known by its cookie.
 *
 * <p>Only a page begins a session: of the many small requests that follow a restart each would
 * begin another. Where there is none, a request is its sender's, and leaves nothing behind.
 */
class SessionFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFilter.class);

    private final Standings standings;
    private final RememberMeServices cookie;
    private final RequestMatcher files = SecurityConfiguration.files();
    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();

    SessionFilter(Standings standings, RememberMeServices cookie) {
        this.standings = standings;
        this.cookie = cookie;
    }

    /** What is the same for everybody needs nobody's name. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && files.matches(request)
                // The framework takes its own requests at any address.
                && !Pages.isForFramework(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var then = SignedIn.of(authentication);
        try {
            if (authentication == null || then == null) {
                recognise(request, response);
            } else {
                compare(then, authentication, request, response);
            }
        } catch (DataAccessException e) {
            LOG.debug("The request could not be compared with the database.", e);
            // Without its database the product shows and changes nothing; an open page says so.
            if (DatabaseAway.answer(request, response, then != null)) {
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void recognise(HttpServletRequest request, HttpServletResponse response) {
        var known = cookie.autoLogin(request, response);
        if (known != null) {
            if (request.getSession(false) != null) {
                request.changeSessionId();
            }
            setContext(known, request, response);
        }
    }

    private void compare(
            SignedIn then,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        var now = standings.now(then);
        if (now == null) {
            end(request);
        } else if (!now.equals(then)) {
            setContext(now.toAuthentication(authentication.getDetails()), request, response);
        }
    }

    private void setContext(
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        if (request.getSession(false) != null || Pages.isPage(request)) {
            contexts.saveContext(context, request, response);
        }
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
