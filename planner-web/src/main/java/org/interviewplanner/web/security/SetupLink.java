package org.interviewplanner.web.security;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started a new installation how to become its first administrator. */
@Component
class SetupLink {
    private final AdmissionService admissions;

    SetupLink(AdmissionService admissions) {
        this.admissions = admissions;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() instanceof WebServer server) {
            admissions
                    .offerSetup()
                    .ifPresent(link -> print(address(web, server) + "/" + link.path()));
        }
    }

    private static String address(WebServerApplicationContext web, WebServer server) {
        var environment = web.getEnvironment();
        return "%s://localhost:%d%s"
                .formatted(
                        environment.getProperty("server.ssl.enabled", Boolean.class, false)
                                ? "https"
                                : "http",
                        server.getPort(),
                        environment.getProperty("server.servlet.context-path", ""));
    }

    /** On the console and not in the log: a log is kept and sent around, this link must not be. */
    private static void print(String link) {
        System.out.println();
        System.out.println("Open " + link + " to create the first administrator.");
        System.out.println("The link works once and for 24 hours; each start makes a new one.");
        System.out.println();
    }
}
