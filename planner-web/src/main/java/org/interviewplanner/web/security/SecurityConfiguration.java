package org.interviewplanner.web.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The two gates: one for programs under {@code /api}, one for people in a browser.
 *
 * <p>Both know the same cookies: one of the session, which ends with the server, and one of the
 * log-in ({@link SignInCookie}), which does not. A program is told "no" in short JSON and never
 * sent elsewhere; a browser is sent to the log-in page.
 */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {
    static final String LOG_IN = "/login";

    /**
     * Inline scripts and eval are what Vaadin before 25.4 cannot do without; everything else is
     * ours only.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
                    + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src"
                    + " 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'none'";

    @Bean
    AuthenticationManager authenticationManager(PersonAuthenticationProvider people) {
        return new ProviderManager(people);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Standings standings, SignInCookie cookie) {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests ->
                        // The end of a stream was let in at its beginning; by now its person may
                        // have logged out.
                        requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                // The header that ApiHeaderFilter asks for does the same with less ado.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((request, response, problem) ->
                                        ApiAnswer.send(
                                                response,
                                                HttpStatus.UNAUTHORIZED,
                                                ApiAnswer.NOT_SIGNED_IN))
                                // Who may not is told what an unknown address is told.
                                .accessDeniedHandler((request, response, problem) ->
                                        ApiAnswer.send(
                                                response,
                                                HttpStatus.NOT_FOUND,
                                                ApiAnswer.NOT_FOUND)))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new SessionFilter(standings, cookie), AuthorizationFilter.class)
                .addFilterAfter(new ApiHeaderFilter(), SessionFilter.class);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http, Standings standings, SignInCookie cookie) {
        // The log-in filter tells it of each success.
        http.setSharedObject(RememberMeServices.class, cookie);
        http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        "/actuator/health/**", "/*.css", "/*.js", "/live/*.js")
                                .permitAll())
                // By path, not by class: this room does not know its screens.
                .with(
                        vaadin(),
                        screens ->
                                screens.loginView(LOG_IN, LOG_IN + "?left")
                                        .addLogoutHandler(cookie)
                                        .anyRequest(
                                                AuthorizeHttpRequestsConfigurer.AuthorizedUrl
                                                        ::authenticated))
                .formLogin(form -> form.failureHandler(new LoginFailure()))
                .headers(SecurityConfiguration::headersOfScreens)
                .addFilterBefore(
                        new ForeignLoginFilter(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionFilter(standings, cookie), AuthorizationFilter.class);
        return http.build();
    }

    /**
     * Written before the screen is made: Vaadin's servlet is reached by a forward, and Tomcat sends
     * the answer at its end, unseen by the filter that would add the headers then.
     */
    private static void headersOfScreens(HeadersConfigurer<HttpSecurity> headers) {
        headers(headers);
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(files()),
                                new StaticHeadersWriter("Cache-Control", "no-store")))
                .withObjectPostProcessor(
                        new ObjectPostProcessor<HeaderWriterFilter>() {
                            @Override
                            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                                filter.setShouldWriteHeadersEagerly(true);
                                return filter;
                            }
                        });
    }

    /** What is the same for everybody and may be kept by browsers. */
    static RequestMatcher files() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                Stream.of(
                                "/VAADIN/build/**",
                                "/VAADIN/static/**",
                                "/aura/**",
                                "/icons/**",
                                "/*.css",
                                "/*.js",
                                "/*.svg",
                                "/*.png",
                                "/*.ico",
                                "/*.woff2")
                        .<RequestMatcher>map(paths::matcher)
                        .toList());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(FrameOptionsConfig::deny)
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }
}
