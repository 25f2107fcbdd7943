package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Stands in for a screen that cannot be made because the database does not answer, and gives way to
 * it once it does.
 */
@StyleSheet("context://security.css")
abstract class DatabaseAwayView extends Main implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    DatabaseAwayView() {
        addClassName("not-found");
        var look = new Element("database-away");
        look.setAttribute("health", "actuator/health");
        add(
                new H1(getTranslation("security.away.title")),
                new Paragraph(getTranslation("security.away")));
        getElement().appendChild(look);
        addAttachListener(
                attach -> attach.getUI().getPage().addJsModule("context://database-away.js"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.away.title") + " · " + getTranslation("shell.product");
    }

    /** No connection. */
    @AnonymousAllowed
    static class OfQuery extends DatabaseAwayView
            implements HasErrorParameter<DataAccessResourceFailureException> {
        private static final long serialVersionUID = 1L;

        @Override
        public int setErrorParameter(
                BeforeEnterEvent event,
                ErrorParameter<DataAccessResourceFailureException> parameter) {
            return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
        }
    }

    /** No connection either, for somebody who wanted a transaction. */
    @AnonymousAllowed
    static class OfTransaction extends DatabaseAwayView
            implements HasErrorParameter<CannotCreateTransactionException> {
        private static final long serialVersionUID = 1L;

        @Override
        public int setErrorParameter(
                BeforeEnterEvent event,
                ErrorParameter<CannotCreateTransactionException> parameter) {
            return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
        }
    }
}
