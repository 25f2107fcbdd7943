package org.interviewplanner.web.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/**
 * Stands in for a screen that failed as nobody expected. It shows the reference under which the log
 * knows the reason, and never the reason itself.
 */
@AnonymousAllowed
@StyleSheet("context://security.css")
class UnexpectedView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    UnexpectedView() {
        addClassName("not-found");
        add(new H1(getTranslation("error.unexpected.title")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var reference = ErrorNotifier.logOnce(parameter.getException());
        add(
                new Paragraph(getTranslation("error.unexpected", reference)),
                new Anchor("", getTranslation("security.not-found.start")));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.unexpected.title") + " · " + getTranslation("shell.product");
    }
}
