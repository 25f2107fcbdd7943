package org.interviewplanner.web.blueprint.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.NameTakenException;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** One recipe: what is typed is checked against the bank at once. */
@Route("blueprints/:blueprint")
@RolesAllowed(Roles.LEAD)
@StyleSheet("build.css")
class BlueprintView extends Page implements BeforeEnterObserver, BeforeLeaveObserver {
    static final String NEW = "new";

    private final BlueprintService blueprints;
    private final BankService bank;
    private final CurrentMember currentMember;

    private final TextField name = new TextField();
    private final IntegerField slots = new IntegerField();
    private final IntegerField planned = new IntegerField();
    private final IntegerField least = new IntegerField();
    private final IntegerField most = new IntegerField();
    private final Checkbox approvedOnly = new Checkbox();
    private final TextField scale = new TextField();
    private final Checkbox evidence = new Checkbox();
    private final MultiSelectComboBox<BankQuestion> mustHave = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<BankQuestion> mustNotHave = new MultiSelectComboBox<>();
    private final Div verdict = new Div();
    private final Div gridPlace = new Div();
    private final Button save = new Button();
    private final Button build = new Button();

    private @Nullable SavedBlueprint saved;
    private @Nullable QuotaGrid grid;
    private List<BankQuestion> questions = List.of();
    private boolean filling;
    private boolean dirty;

    BlueprintView(BlueprintService blueprints, BankService bank, CurrentMember currentMember) {
        super("");
        this.blueprints = blueprints;
        this.bank = bank;
        this.currentMember = currentMember;
        save.setText(getTranslation("blueprint.save"));
        save.addClickListener(click -> save());
        build.setText(getTranslation("blueprint.build"));
        build.addThemeVariants(ButtonVariant.PRIMARY);
        build.addClickListener(click ->
                save().ifPresent(
                                id -> getUI().ifPresent(ui -> ui.navigate("build/" + id.value()))));
        setActions(save, build);
        verdict.addClassName("verdict");
        verdict.getElement().setAttribute("aria-live", "polite");
        lay();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var member = currentMember.get();
        questions = bank.pool(member);
        var parameter = event.getRouteParameters().get("blueprint").orElse("");
        saved = NEW.equals(parameter) ? null : blueprints.blueprint(member, id(parameter));
        mustHave.setItems(questions);
        mustNotHave.setItems(questions);
        grid = new QuotaGrid(bank.sections(member), questions, this::changed);
        gridPlace.removeAll();
        gridPlace.add(grid);
        fill(saved == null ? empty() : saved.draft());
        dirty = false;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!dirty) {
            return;
        }
        var leaving = event.postpone();
        var dialog = new com.vaadin.flow.component.confirmdialog.ConfirmDialog();
        dialog.setHeader(getTranslation("blueprint.unsaved"));
        dialog.setText(getTranslation("blueprint.unsaved-text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("blueprint.stay"));
        dialog.setConfirmText(getTranslation("blueprint.leave"));
        dialog.addConfirmListener(confirm -> leaving.proceed());
        dialog.addCancelListener(cancel -> leaving.cancel());
        dialog.open();
    }

    private void lay() {
        name.setLabel(getTranslation("blueprint.name"));
        name.setMaxLength(BlueprintDraft.MAX_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        count(slots, "blueprint.slots", 1, BlueprintDraft.MAX_SLOTS);
        count(planned, "blueprint.planned", 1, 24 * 60);
        count(least, "blueprint.least", 0, 24 * 60);
        count(most, "blueprint.most", 1, 24 * 60);
        approvedOnly.setLabel(getTranslation("blueprint.approved-only"));
        approvedOnly.addValueChangeListener(change -> changed());
        var numbers = new Div(name, slots, planned, least, most, approvedOnly);
        numbers.addClassNames("panel", "blueprint-numbers");
        choice(mustHave, "blueprint.must");
        choice(mustNotHave, "blueprint.must-not");
        gridPlace.addClassName("quota-scroll");
        gridPlace.getElement().setAttribute("tabindex", "0");
        gridPlace.getElement().setAttribute("role", "region");
        gridPlace.getElement().setAttribute("aria-label", getTranslation("blueprint.grid"));
        var explanation = new Paragraph(getTranslation("blueprint.cell-help"));
        explanation.addClassName("muted");
        var quotas = new Div(new H2(getTranslation("blueprint.quotas")), explanation, gridPlace);
        quotas.addClassName("panel");
        var lists = new Div(mustHave, mustNotHave);
        lists.addClassNames("panel", "blueprint-lists");
        add(numbers, verdict, quotas, lists, rating());
    }

    private Div rating() {
        scale.setLabel(getTranslation("blueprint.scale"));
        scale.setHelperText(getTranslation("blueprint.scale-help"));
        scale.setMaxLength(400);
        scale.setWidthFull();
        scale.setValueChangeMode(ValueChangeMode.LAZY);
        scale.setTestId("blueprint-scale");
        scale.addValueChangeListener(change -> changed());
        evidence.setLabel(getTranslation("blueprint.evidence"));
        evidence.setTestId("blueprint-evidence");
        evidence.addValueChangeListener(change -> changed());
        var box = new Div(new H2(getTranslation("blueprint.rating")), scale, evidence);
        box.addClassName("panel");
        return box;
    }

    private void count(IntegerField field, String key, int min, int max) {
        field.setLabel(getTranslation(key));
        field.setMin(min);
        field.setMax(max);
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> changed());
    }

    private void choice(MultiSelectComboBox<BankQuestion> box, String key) {
        box.setLabel(getTranslation(key));
        box.setItemLabelGenerator(BankQuestion::wording);
        box.setWidthFull();
        box.addValueChangeListener(change -> changed());
    }

    private BlueprintDraft empty() {
        int size = Math.clamp(questions.size(), 1, 20);
        return new BlueprintDraft(
                getTranslation("blueprint.new-name"),
                size,
                3600,
                50 * 60,
                65 * 60,
                true,
                List.of(),
                Set.of(),
                Set.of());
    }

    private void fill(BlueprintDraft draft) {
        filling = true;
        setHeading(draft.name());
        name.setValue(draft.name());
        slots.setValue(draft.slots());
        planned.setValue(Math.ceilDiv(draft.plannedSeconds(), 60));
        least.setValue(draft.minSeconds() / 60);
        most.setValue(Math.ceilDiv(draft.maxSeconds(), 60));
        approvedOnly.setValue(draft.approvedOnly());
        scale.setValue(String.join(", ", draft.rating().scale().labels()));
        evidence.setValue(draft.rating().evidence());
        mustHave.setValue(chosen(draft.mustHave()));
        mustNotHave.setValue(chosen(draft.mustNotHave()));
        if (grid != null) {
            grid.setQuotas(draft.quotas());
        }
        filling = false;
        check();
    }

    private Set<BankQuestion> chosen(Set<QuestionId> ids) {
        return questions.stream().filter(it -> ids.contains(it.id())).collect(Collectors.toSet());
    }

    private void changed() {
        if (!filling) {
            dirty = true;
            check();
        }
    }

    /**
     * What is typed as a draft, or empty with the first sentence of what is wrong in the verdict.
     */
    private Optional<BlueprintDraft> draft() {
        if (slots.getValue() == null
                || planned.getValue() == null
                || least.getValue() == null
                || most.getValue() == null
                || grid == null
                || !grid.isValid()) {
            showProblem(getTranslation("blueprint.incomplete"));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new BlueprintDraft(
                            name.getValue(),
                            slots.getValue(),
                            planned.getValue() * 60,
                            least.getValue() * 60,
                            most.getValue() * 60,
                            approvedOnly.getValue(),
                            grid.quotas(),
                            ids(mustHave),
                            ids(mustNotHave),
                            new RatingRules(
                                    new RatingScale(
                                            List.of(scale.getValue().strip().split("\\s*,\\s*"))),
                                    evidence.getValue())));
        } catch (IllegalArgumentException wrong) {
            showProblem(String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static Set<QuestionId> ids(MultiSelectComboBox<BankQuestion> box) {
        return box.getValue().stream().map(BankQuestion::id).collect(Collectors.toSet());
    }

    private void check() {
        draft().ifPresent(draft -> show(blueprints.check(currentMember.get(), draft)));
    }

    private void show(BlueprintService.Checked checked) {
        verdict.removeAll();
        verdict.setClassName("verdict panel");
        var clashing = new ArrayList<Quota>();
        switch (checked.outcome()) {
            case Assembly.Assembled assembled -> {
                verdict.addClassName("good");
                verdict.add(new Paragraph(getTranslation("blueprint.works")));
            }
            case Assembly.Infeasible infeasible -> {
                verdict.addClassName("bad");
                verdict.add(new Paragraph(getTranslation("blueprint.clash")));
                var sentences = new UnorderedList();
                for (var shortfall : infeasible.shortfalls()) {
                    sentences.add(new ListItem(shortfall.message()));
                    for (var demand : shortfall.demands()) {
                        var quota = checked.recipe().quota(demand);
                        if (quota != null) {
                            clashing.add(quota);
                        }
                    }
                }
                verdict.add(sentences);
                if (!infeasible.repair().isEmpty()) {
                    verdict.add(repair(checked, infeasible));
                }
            }
            case Assembly.Undecided undecided -> {
                verdict.addClassName("warn");
                verdict.add(new Paragraph(getTranslation("blueprint.undecided")));
            }
        }
        if (grid != null) {
            grid.markClashes(clashing);
        }
    }

    private Div repair(BlueprintService.Checked checked, Assembly.Infeasible infeasible) {
        var mends = new UnorderedList();
        infeasible.repair().forEach(repair -> mends.add(new ListItem(repair.message())));
        var apply =
                new Button(
                        getTranslation("blueprint.repair"),
                        click -> {
                            dirty = true;
                            fill(checked.recipe().repaired(infeasible.repair()));
                        });
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        var intro = new Paragraph(getTranslation("blueprint.repair-text"));
        return new Div(intro, mends, apply);
    }

    private void showProblem(String sentence) {
        verdict.removeAll();
        verdict.setClassName("verdict panel warn");
        verdict.add(new Paragraph(sentence));
    }

    private Optional<BlueprintId> save() {
        var draft = draft();
        if (draft.isEmpty()) {
            Notice.problem(getTranslation("blueprint.incomplete"));
            return Optional.empty();
        }
        try {
            var member = currentMember.get();
            if (saved == null) {
                var id = blueprints.create(member, draft.get());
                saved = blueprints.blueprint(member, id);
                // The address must lead back here: a reload would otherwise begin another new one.
                dirty = false;
                getUI().ifPresent(ui ->
                        ui.navigate(
                                BlueprintView.class,
                                new RouteParameters("blueprint", id.value().toString())));
            } else {
                saved = blueprints.update(member, saved.id(), saved.version(), draft.get());
            }
            name.setInvalid(false);
            setHeading(draft.get().name());
            dirty = false;
            Notice.done(getTranslation("blueprint.saved", draft.get().name()));
            return Optional.of(saved.id());
        } catch (NameTakenException taken) {
            name.setErrorMessage(getTranslation("blueprint.name-taken"));
            name.setInvalid(true);
            return Optional.empty();
        }
    }

    private static BlueprintId id(String parameter) {
        try {
            return new BlueprintId(UUID.fromString(parameter));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
