package org.interviewplanner.web;

import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The screens of the product, from the class path: a new one is tried unasked. */
public final class Screens {

    private Screens() {}

    /** All classes with a route, by name. */
    public static List<Class<?>> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var screens = new ArrayList<Class<?>>();
        for (var found : scanner.findCandidateComponents("org.interviewplanner.web")) {
            screens.add(
                    ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()),
                            Screens.class.getClassLoader()));
        }
        screens.sort(Comparator.comparing(Class::getName));
        return screens;
    }

    /** The addresses as their classes write them, with {@code :names} for what varies. */
    public static List<String> routes() {
        return all().stream().map(screen -> screen.getAnnotation(Route.class).value()).toList();
    }
}
