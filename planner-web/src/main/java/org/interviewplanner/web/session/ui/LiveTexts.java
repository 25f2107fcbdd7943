package org.interviewplanner.web.session.ui;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Hands the texts of a room's script to its page, so that they stand in the one bundle. */
final class LiveTexts {
    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LiveTexts() {}

    /** All texts whose key begins with the prefix, as a JSON object of the rest of the key. */
    static String json(String prefix, Locale locale) {
        var bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        var texts = new TreeMap<String, String>();
        for (var key : bundle.keySet()) {
            if (key.startsWith(prefix)) {
                texts.put(key.substring(prefix.length()), bundle.getString(key));
            }
        }
        return JSON.writeValueAsString(texts);
    }
}
