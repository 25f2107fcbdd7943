package org.interviewplanner.web.data;

import java.nio.file.Path;
import java.util.Locale;

/** Where this system's users keep an application's data and what can be made again. */
public final class UserFolders {

    private static final String NAME = "interview-planner";

    private UserFolders() {}

    /** The folder of the data if none is named. */
    public static Path data() {
        return switch (system()) {
            case WINDOWS -> localAppData().resolve(NAME).resolve("data");
            case MAC -> home().resolve("Library/Application Support").resolve(NAME);
            case OTHER -> variable("XDG_DATA_HOME", home().resolve(".local/share")).resolve(NAME);
        };
    }

    static Path cache() {
        return switch (system()) {
            case WINDOWS -> localAppData().resolve(NAME).resolve("cache");
            case MAC -> home().resolve("Library/Caches").resolve(NAME);
            case OTHER -> variable("XDG_CACHE_HOME", home().resolve(".cache")).resolve(NAME);
        };
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    private static Path localAppData() {
        return variable("LOCALAPPDATA", home().resolve("AppData/Local"));
    }

    /** Only an absolute path counts: the XDG rule. */
    private static Path variable(String name, Path otherwise) {
        var value = System.getenv(name);
        return value != null && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }

    private static Family system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows")
                ? Family.WINDOWS
                : name.startsWith("mac") ? Family.MAC : Family.OTHER;
    }

    private enum Family {
        WINDOWS,
        MAC,
        OTHER
    }
}
