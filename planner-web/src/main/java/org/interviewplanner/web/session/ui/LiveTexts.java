package org.interviewplanner.web.session.ui;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** Hands the texts of a room's script to its page, so that they stand in the one bundle. */
final class LiveTexts {
    static final String PREFIX = "session.live.";
    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LiveTexts() {}

    /** All texts of the page, as a JSON object of the rest of the key. */
    static String json(Locale locale) {
        return json(key -> true, locale);
    }

    /**
     * Those that are wanted.
     *
     * @param wanted judges the rest of the key
     */
    static String json(Predicate<String> wanted, Locale locale) {
        var bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        var texts = new TreeMap<String, String>();
        for (var key : bundle.keySet()) {
            if (key.startsWith(PREFIX) && wanted.test(key.substring(PREFIX.length()))) {
                texts.put(key.substring(PREFIX.length()), bundle.getString(key));
            }
        }
        return JSON.writeValueAsString(texts);
    }
}
