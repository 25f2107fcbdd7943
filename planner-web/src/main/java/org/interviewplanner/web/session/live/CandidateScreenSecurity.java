package org.interviewplanner.web.session.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The candidate's gate: no account, no session, read only; the token in the address is the key. */
@Configuration(proxyBeanMethods = false)
class CandidateScreenSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain candidateScreen(HttpSecurity http) {
        return http.securityMatcher("/candidate/**", "/candidate-screen.css")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'self'; object-src"
                                                        + " 'none'; base-uri 'none';"
                                                        + " form-action 'none';"
                                                        + " frame-ancestors 'none'"))
                                .referrerPolicy(policy ->
                                        policy.policy(
                                                org.springframework.security.web.header.writers
                                                        .ReferrerPolicyHeaderWriter.ReferrerPolicy
                                                        .NO_REFERRER)))
                .build();
    }
}
