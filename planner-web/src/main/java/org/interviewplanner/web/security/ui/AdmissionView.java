package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.VaadinRequest;
import java.util.stream.Collectors;
import org.interviewplanner.web.security.Admission;
import org.interviewplanner.web.security.AdmissionService;
import org.interviewplanner.web.security.Refusal;
import org.interviewplanner.web.security.RefusedException;
import org.jspecify.annotations.Nullable;

/** Where a one-time link leads: choose a name (unless there is one) and a password. */
abstract class AdmissionView extends Door implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient AdmissionService admissions;
    private final Admission.Kind kind;
    private final TextField name = new TextField();
    private final PasswordChoice password = new PasswordChoice(name::getValue);
    private final Button submit = new Button();
    private String token = "";

    AdmissionView(AdmissionService admissions, Admission.Kind kind) {
        this.admissions = admissions;
        this.kind = kind;
        name.setLabel(getTranslation("security.name"));
        name.setHelperText(getTranslation("security.name.helper"));
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setMaxLength(100);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        name.addValueChangeListener(change -> judge());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setWidthFull();
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER);
        submit.addClickListener(click -> submit());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        admissions.find(kind, token).ifPresentOrElse(this::showForm, this::showWorthless);
    }

    private void showForm(Admission admission) {
        submit.setText(getTranslation(key("submit")));
        if (admission.name() != null) {
            name.setValue(admission.name());
            name.setReadOnly(true);
            name.setHelperText(null);
        } else {
            name.setAutofocus(true);
        }
        show(getTranslation(key("title")), lead(admission), name, password, submit);
    }

    private String lead(Admission admission) {
        var roles =
                admission.roles().stream()
                        .sorted()
                        .map(role -> Texts.of(this, role))
                        .collect(Collectors.joining(", "));
        return getTranslation(key("lead"), roles);
    }

    private void showWorthless() {
        show(
                getTranslation("security.link.worthless.title"),
                getTranslation(
                        kind == Admission.Kind.SETUP
                                ? "security.link.worthless.setup"
                                : "security.link.worthless"));
    }

    private void judge() {
        name.setInvalid(false);
        password.judge();
    }

    private void submit() {
        try {
            if (kind == Admission.Kind.NEW_PASSWORD) {
                admissions.setNewPassword(token, password.getValue(), address());
            } else {
                admissions.join(kind, token, name.getValue(), password.getValue(), address());
            }
            getUI().ifPresent(ui ->
                    ui.getPage()
                            .setLocation(
                                    kind == Admission.Kind.NEW_PASSWORD
                                            ? "login?changed"
                                            : "login?ready"));
        } catch (RefusedException e) {
            show(e.refusal());
        } finally {
            submit.setEnabled(true);
        }
    }

    private void show(Refusal refusal) {
        switch (refusal) {
            case LINK_INVALID -> showWorthless();
            case NAME_TAKEN, NAME_UNUSABLE -> {
                name.setErrorMessage(Texts.of(this, refusal));
                name.setInvalid(true);
                name.focus();
            }
            default -> password.refuse(refusal);
        }
    }

    private String key(String part) {
        return "security.admission." + kind + "." + part;
    }

    private static String address() {
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        return request == null || request.getRemoteAddr() == null
                ? "unknown"
                : request.getRemoteAddr();
    }
}
