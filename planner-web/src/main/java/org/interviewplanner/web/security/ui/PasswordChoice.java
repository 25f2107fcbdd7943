package org.interviewplanner.web.security.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Supplier;
import org.interviewplanner.web.security.PasswordRule;
import org.interviewplanner.web.security.Refusal;

/** A field for a new password, which can be shown, with a sentence on how good it is so far. */
class PasswordChoice extends Div {
    private static final long serialVersionUID = 1L;

    private final PasswordField field = new PasswordField();
    private final Span sentence = new Span();
    private final transient Supplier<String> name;

    /**
     * @param name of the person whose password it will be, as typed so far
     */
    PasswordChoice(Supplier<String> name) {
        this.name = name;
        addClassName("password-choice");
        field.setWidthFull();
        field.setRequiredIndicatorVisible(true);
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setMaxLength(PasswordRule.MAX_LENGTH);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> judge());
        sentence.addClassNames("password-strength");
        sentence.getElement().setAttribute("role", "status");
        add(field, sentence);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        field.setLabel(getTranslation("security.password.new"));
        field.setHelperText(getTranslation("security.password.rule", PasswordRule.MIN_LENGTH));
    }

    String getValue() {
        return field.getValue();
    }

    void clear() {
        field.clear();
    }

    void refuse(Refusal refusal) {
        field.setErrorMessage(Texts.of(this, refusal));
        field.setInvalid(true);
        field.focus();
    }

    /** Says how good the password is with the name as it is now. */
    void judge() {
        field.setInvalid(false);
        var password = field.getValue();
        sentence.removeClassNames("good", "weak");
        if (password.isEmpty()) {
            sentence.setText("");
            return;
        }
        PasswordRule.check(name.get(), password)
                .ifPresentOrElse(
                        refusal -> {
                            sentence.setText(Texts.of(this, refusal));
                            sentence.addClassName("weak");
                        },
                        () -> {
                            sentence.setText(
                                    getTranslation(
                                            "security.strength."
                                                    + PasswordRule.strength(name.get(), password)));
                            sentence.addClassName("good");
                        });
    }
}
