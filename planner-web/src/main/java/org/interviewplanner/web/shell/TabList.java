package org.interviewplanner.web.shell;

import com.vaadin.flow.component.Component;

/** Mends what keeps Vaadin's tabs from assistive technology. */
public final class TabList {

    private TabList() {}

    /**
     * The tabs lie in a scrolling box that counts as focusable, so that a screen reader finds a box
     * in the list where it expects tabs. The box needs no focus: the tabs have it.
     *
     * @param tabs a {@code Tabs} or a {@code TabSheet}
     */
    public static void makeReadable(Component tabs) {
        tabs.getElement()
                .executeJs(
                        """
                        const list = this.localName === 'vaadin-tabs' ? this : this.querySelector('vaadin-tabs');
                        list?.updateComplete.then(
                            () => list.shadowRoot.querySelector('#scroll')?.removeAttribute('tabindex'));
                        """);
    }
}
