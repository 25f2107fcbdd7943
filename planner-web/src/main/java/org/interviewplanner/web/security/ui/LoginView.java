package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.interviewplanner.web.security.CurrentMember;

/** Asks for name and password, and says what happened before: left, ended, wrong, too often. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Door implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient CurrentMember current;
    private final LoginForm form = new LoginForm();
    private final Paragraph news = new Paragraph();

    LoginView(CurrentMember current) {
        this.current = current;
        news.addClassName("door-news");
        news.getElement().setAttribute("role", "status");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        form.addClassName("door-login");
        show(getTranslation("security.login.title"), "", news, form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        var parameters = event.getLocation().getQueryParameters();
        showNews(parameters);
        showProblem(parameters);
    }

    private void showNews(QueryParameters parameters) {
        news.setVisible(false);
        for (var what : new String[] {"left", "ended", "ready", "changed"}) {
            if (parameters.getParameters().containsKey(what)) {
                news.setText(getTranslation("security.login." + what));
                news.setVisible(true);
            }
        }
    }

    private void showProblem(QueryParameters parameters) {
        var title = getTranslation("security.login.wrong.title");
        var wrong = getTranslation("security.login.wrong");
        parameters
                .getSingleParameter("wait")
                .filter(minutes -> minutes.matches("\\d{1,4}"))
                .ifPresentOrElse(
                        minutes ->
                                form.showErrorMessage(
                                        title,
                                        wrong
                                                + " "
                                                + getTranslation("security.login.wait", minutes)),
                        () -> {
                            if (parameters.getParameters().containsKey("error")) {
                                form.showErrorMessage(title, wrong);
                            } else if (parameters.getParameters().containsKey("broken")) {
                                form.showErrorMessage(
                                        getTranslation("security.login.broken.title"),
                                        getTranslation("security.login.broken"));
                            }
                        });
    }

    private LoginI18n texts() {
        var texts = LoginI18n.createDefault();
        texts.getForm().setTitle("");
        texts.getForm().setUsername(getTranslation("security.name"));
        texts.getForm().setPassword(getTranslation("security.password"));
        texts.getForm().setSubmit(getTranslation("security.login.submit"));
        texts.getErrorMessage().setUsername(getTranslation("security.name.missing"));
        texts.getErrorMessage().setPassword(getTranslation("security.password.missing"));
        return texts;
    }
}
