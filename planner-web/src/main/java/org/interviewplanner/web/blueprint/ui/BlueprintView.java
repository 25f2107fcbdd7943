package org.interviewplanner.web.blueprint.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.Concern;
import org.interviewplanner.web.blueprint.DemandWords;
import org.interviewplanner.web.blueprint.NameTakenException;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.blueprint.Stock;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.Background;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** One recipe: what is typed is checked against the bank at once, by other threads. */
@Route("blueprints/:blueprint")
@RolesAllowed(Roles.LEAD)
@StyleSheet("build.css")
class BlueprintView extends Page implements BeforeEnterObserver, BeforeLeaveObserver {
    static final String NEW = "new";

    private final BlueprintService blueprints;
    private final CurrentMember currentMember;

    private final TextField name = new TextField();
    private final IntegerField slots = new IntegerField();
    private final IntegerField planned = new IntegerField();
    private final IntegerField least = new IntegerField();
    private final IntegerField most = new IntegerField();
    private final Checkbox approvedOnly = new Checkbox();
    private final Select<BlueprintDraft> preset = new Select<>();
    private final Verdict verdict = new Verdict(this::repair);
    private final Paragraph totals = new Paragraph();
    private final Div gridPlace = new Div();
    private final RulesPanel rules = new RulesPanel(this::changed);
    private final Button save = new Button();
    private final Button build = new Button();
    private final Background checking = new Background(this, verdict::setWaiting);
    private final Background measuring = new Background(this, busy -> {});
    private final Background offering = new Background(this, busy -> {});

    private @Nullable SavedBlueprint saved;
    private @Nullable QuotaGrid grid;
    private @Nullable Stock stock;
    private final Map<QuestionId, String> gone = new HashMap<>();
    private boolean filling;
    private boolean dirty;

    BlueprintView(BlueprintService blueprints, CurrentMember currentMember) {
        super("");
        this.blueprints = blueprints;
        this.currentMember = currentMember;
        save.setText(getTranslation("blueprint.save"));
        save.addClickListener(click -> save());
        build.setText(getTranslation("blueprint.build"));
        build.addThemeVariants(ButtonVariant.PRIMARY);
        build.addClickListener(click ->
                save().ifPresent(
                                id -> getUI().ifPresent(ui -> ui.navigate("build/" + id.value()))));
        setActions(save, build);
        lay();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var member = currentMember.get();
        var parameter = event.getRouteParameters().get("blueprint").orElse("");
        saved = NEW.equals(parameter) ? null : blueprints.blueprint(member, id(parameter));
        var bank = blueprints.stock(member);
        stock = bank;
        gone.clear();
        if (saved != null) {
            blueprints.concerns(member, saved, bank).forEach(this::remember);
        }
        var draft = saved == null ? empty(bank) : saved.draft();
        grid =
                new QuotaGrid(
                        bank,
                        draft.quotas(),
                        saved == null ? Map.of() : saved.sections(),
                        this::changed);
        gridPlace.removeAll();
        gridPlace.add(grid);
        fill(draft);
        dirty = false;
        offerPresets(bank);
    }

    /** Sections say so in the grid themselves. */
    private void remember(Concern concern) {
        switch (concern) {
            case Concern.QuestionGone it ->
                    gone.put(
                            it.question(), getTranslation("blueprint.question-gone", it.wording()));
            case Concern.QuestionRetired it ->
                    gone.put(
                            it.question(),
                            getTranslation("blueprint.question-retired", it.wording()));
            case Concern.SectionGone it -> {}
            case Concern.SectionRenamed it -> {}
            case Concern.SectionEmpty it -> {}
        }
    }

    private void offerPresets(Stock bank) {
        var member = currentMember.get();
        var names = new LinkedHashMap<String, String>();
        for (var key : BlueprintsView.PRESET_NAMES) {
            names.put(key, getTranslation(key));
        }
        offering.run(
                cancelled -> blueprints.presets(member, bank, names::get),
                presets -> {
                    filling = true;
                    preset.setItems(presets);
                    preset.setEnabled(!presets.isEmpty());
                    filling = false;
                });
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!dirty) {
            return;
        }
        var leaving = event.postpone();
        var dialog = new ConfirmDialog();
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
        name.addValueChangeListener(change -> {
            name.setInvalid(change.getValue().isBlank());
            name.setErrorMessage(getTranslation("blueprint.name-missing"));
            if (!filling) {
                dirty = true;
            }
        });
        count(slots, "blueprint.slots", 1, BlueprintDraft.MAX_SLOTS);
        count(planned, "blueprint.planned", 1, BlueprintDraft.MAX_SECONDS / 60);
        count(least, "blueprint.least", 0, BlueprintDraft.MAX_SECONDS / 60);
        count(most, "blueprint.most", 1, BlueprintDraft.MAX_SECONDS / 60);
        approvedOnly.setLabel(getTranslation("blueprint.approved-only"));
        approvedOnly.addValueChangeListener(change -> changed());
        var numbers = new Div(name, slots, planned, least, most, approvedOnly);
        numbers.addClassNames("panel", "blueprint-numbers");
        preset.setPlaceholder(getTranslation("blueprint.preset-choose"));
        preset.setAriaLabel(getTranslation("blueprint.preset-choose"));
        preset.setItemLabelGenerator(BlueprintDraft::name);
        preset.setEnabled(false);
        preset.addValueChangeListener(change -> {
            if (!filling && change.getValue() != null) {
                dirty = true;
                fill(change.getValue().named(draftName()));
            }
        });
        gridPlace.addClassName("quota-scroll");
        gridPlace.getElement().setAttribute("tabindex", "0");
        gridPlace.getElement().setAttribute("role", "region");
        gridPlace.getElement().setAttribute("aria-label", getTranslation("blueprint.grid"));
        var explanation = new Paragraph(getTranslation("blueprint.cell-help"));
        explanation.addClassName("muted");
        totals.setTestId("totals");
        var head = new Div(new H2(getTranslation("blueprint.quotas")), preset);
        head.addClassName("panel-head");
        var quotas = new Div(head, explanation, gridPlace, totals);
        quotas.addClassName("panel");
        add(numbers, verdict, quotas, rules);
    }

    private String draftName() {
        return name.getValue().isBlank() ? getTranslation("blueprint.new-name") : name.getValue();
    }

    private void count(IntegerField field, String key, int min, int max) {
        field.setLabel(getTranslation(key));
        field.setMin(min);
        field.setMax(max);
        field.setRequired(true);
        var problem = getTranslation("blueprint.number", min, max);
        field.setI18n(
                new IntegerField.IntegerFieldI18n()
                        .setRequiredErrorMessage(problem)
                        .setBadInputErrorMessage(problem)
                        .setMinErrorMessage(problem)
                        .setMaxErrorMessage(problem));
        field.setStepButtonsVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> changed());
    }

    private BlueprintDraft empty(Stock bank) {
        int size = Math.clamp(bank.questions().size(), 1, 20);
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
        if (grid != null) {
            grid.setQuotas(draft.quotas());
        }
        if (stock != null) {
            rules.show(draft, stock, id -> gone.getOrDefault(id, unknown()));
        }
        filling = false;
        check();
    }

    private String unknown() {
        return getTranslation("blueprint.question-unknown");
    }

    private void changed() {
        if (!filling) {
            dirty = true;
            preset.clear();
            check();
        }
    }

    private void repair(BlueprintDraft mended) {
        dirty = true;
        fill(mended.named(draftName()));
    }

    /**
     * What is typed as a draft, or empty with the first sentence of what is wrong in the verdict.
     */
    private Optional<BlueprintDraft> draft() {
        var questions = slots.getValue();
        var wished = planned.getValue();
        var from = least.getValue();
        var to = most.getValue();
        if (questions == null || wished == null || from == null || to == null || grid == null) {
            return problem(getTranslation("blueprint.incomplete"));
        }
        var reversed = from > to;
        most.setErrorMessage(reversed ? getTranslation("blueprint.time-reversed", to, from) : null);
        if (reversed) {
            most.setInvalid(true);
            return problem(getTranslation("blueprint.time-reversed", to, from));
        }
        most.setInvalid(to < 1 || to > most.getMax());
        if (!grid.isValid() || !rules.isValid()) {
            return problem(getTranslation("blueprint.incomplete"));
        }
        try {
            return Optional.of(
                    rules.in(
                            new BlueprintDraft(
                                    draftName(),
                                    questions,
                                    Math.multiplyExact(wished, 60),
                                    Math.multiplyExact(from, 60),
                                    Math.multiplyExact(to, 60),
                                    approvedOnly.getValue(),
                                    grid.quotas(),
                                    Set.of(),
                                    Set.of())));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            return problem(String.valueOf(wrong.getMessage()));
        }
    }

    private Optional<BlueprintDraft> problem(String sentence) {
        verdict.showProblem(sentence);
        return Optional.empty();
    }

    // ---- check

    private void check() {
        checking.drop();
        measuring.drop();
        mark(Map.of(), Map.of());
        var draft = draft();
        if (draft.isEmpty() || stock == null) {
            totals.setText("");
            return;
        }
        showTotals(draft.get(), stock);
        var recipe =
                blueprints.recipe(
                        currentMember.get(),
                        stock,
                        draft.get(),
                        saved == null ? Map.<SectionId, String>of() : saved.sections(),
                        Set.of());
        checking.run(cancelled -> blueprints.check(recipe, cancelled), this::show);
    }

    private void show(BlueprintService.Checked checked) {
        verdict.show(checked);
        if (checked.outcome() instanceof Assembly.Infeasible infeasible) {
            markClashes(checked, infeasible);
        } else if (checked.outcome() instanceof Assembly.Assembled) {
            measuring.run(
                    cancelled -> blueprints.capacity(checked.recipe(), cancelled),
                    measured -> verdict.show(checked, measured));
        }
    }

    private void markClashes(BlueprintService.Checked checked, Assembly.Infeasible infeasible) {
        var words = new DemandWords(checked.recipe(), this::getTranslation);
        var cells = new LinkedHashMap<Quota, String>();
        var others = new LinkedHashMap<String, String>();
        for (var shortfall : infeasible.shortfalls()) {
            for (var demand : shortfall.demands()) {
                var quota = checked.recipe().quota(demand);
                if (quota != null) {
                    cells.putIfAbsent(quota, words.haveNeed(shortfall));
                } else {
                    others.putIfAbsent(demand, words.clash(shortfall));
                }
            }
        }
        mark(cells, others);
    }

    private void mark(Map<Quota, String> cells, Map<String, String> others) {
        if (grid != null) {
            grid.markClashes(cells);
        }
        rules.markClashes(others);
        markField(slots, others.get("slots"));
        markField(least, others.get("seconds"));
        markField(most, others.get("seconds"));
        approvedOnly.setErrorMessage(others.getOrDefault("approved", ""));
        approvedOnly.setInvalid(others.containsKey("approved"));
    }

    private static void markField(IntegerField field, @Nullable String sentence) {
        field.getElement().getClassList().set("clash", sentence != null);
        field.setHelperText(sentence == null ? "" : sentence);
    }

    /** What is typed, added up, and how long that takes by the bank's mean times. */
    private void showTotals(BlueprintDraft draft, Stock bank) {
        double seconds = 0;
        int counted = 0;
        for (var question : bank.questions()) {
            if (!draft.approvedOnly()
                    || question.status() == org.interviewplanner.bank.Status.APPROVED) {
                seconds += question.seconds();
                counted++;
            }
        }
        var said = new StringBuilder();
        var about = counted == 0 ? 0 : Math.round(draft.slots() * seconds / counted / 60);
        said.append(getTranslation("blueprint.totals", draft.slots(), about));
        if (grid != null) {
            grid.aim(true)
                    .ifPresent(it ->
                            said.append(' ')
                                    .append(getTranslation("blueprint.totals-sections", it)));
            grid.aim(false)
                    .ifPresent(it ->
                            said.append(' ').append(getTranslation("blueprint.totals-levels", it)));
        }
        totals.setText(said.toString());
    }

    // ---- save

    private Optional<BlueprintId> save() {
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("blueprint.name-missing"));
            name.setInvalid(true);
            return Optional.empty();
        }
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
