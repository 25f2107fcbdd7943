package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.interviewplanner.web.security.NotFoundException;

/**
 * The one answer to an unknown address, an unknown id, an id of another team and a missing role. It
 * shows nothing of what was asked, so that nobody learns which of them it was.
 */
@StyleSheet("context://security.css")
abstract class NotFoundView extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    NotFoundView() {
        addClassName("not-found");
        add(
                new H1(getTranslation("security.not-found.title")),
                new Paragraph(getTranslation("security.not-found")),
                new Anchor("", getTranslation("security.not-found.start")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.not-found.title") + " · " + getTranslation("shell.product");
    }

    /** Asked for by a service: no such id, another team's, or a missing role. */
    @AnonymousAllowed
    static class OfService extends NotFoundView implements HasErrorParameter<NotFoundException> {
        private static final long serialVersionUID = 1L;

        @Override
        public int setErrorParameter(
                BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
            return HttpStatusCode.NOT_FOUND.getCode();
        }
    }

    /** Asked for by the router: no such address. */
    @AnonymousAllowed
    static class OfRouter extends NotFoundView
            implements HasErrorParameter<com.vaadin.flow.router.NotFoundException> {
        private static final long serialVersionUID = 1L;

        @Override
        public int setErrorParameter(
                BeforeEnterEvent event,
                ErrorParameter<com.vaadin.flow.router.NotFoundException> parameter) {
            return HttpStatusCode.NOT_FOUND.getCode();
        }
    }

    /** Asked for by the access check: a missing role. */
    @AnonymousAllowed
    static class OfAccess extends NotFoundView implements HasErrorParameter<AccessDeniedException> {
        private static final long serialVersionUID = 1L;

        @Override
        public int setErrorParameter(
                BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
            return HttpStatusCode.NOT_FOUND.getCode();
        }
    }
}
