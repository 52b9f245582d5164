package org.fallline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.CatalogueTest;
import org.fallline.catalogue.Entry;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedule;
import org.fallline.optim.Schedules;
import org.junit.jupiter.api.Test;

/** The rules of the engine that no compiler checks. */
class HouseRulesTest {
    private static final String ROOT = "org.fallline.";
    private static final Path SOURCES = Path.of("src/main/java/org/fallline");
    private static final int MOST_LINES = 400;
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    /** A package imports only packages that stand before it. */
    private static final List<String> ORDER = List.of(
            "math",
            "say",
            "json",
            "catalogue",
            "tensor",
            "autodiff",
            "emit",
            "optim",
            "nn",
            "data",
            "problem",
            "landscape",
            "experiment",
            "code",
            "survey",
            "study",
            "probe",
            "diagram",
            "scene");

    /** Packages that import even less than that: what they may import. */
    private static final Map<String, Set<String>> NARROWER = Map.of(
            "say", Set.of(),
            "json", Set.of("math"),
            "catalogue", Set.of("math"),
            "tensor", Set.of("math"),
            "autodiff", Set.of("math", "say", "tensor"),
            "emit", Set.of("math", "tensor", "autodiff"),
            "diagram", Set.of("math", "say", "autodiff"),
            "optim", Set.of("math", "catalogue"),
            "nn", Set.of("math", "catalogue", "tensor", "autodiff"),
            "data", Set.of("math", "catalogue", "tensor"));

    /** All of the platform that the engine uses: what TeaVM compiles faithfully. */
    private static final Set<String> PLATFORM = Set.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio.charset",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "org.jspecify.annotations");

    @Test
    void packages_ofTheEngine_importOnlyPackagesAboveThem() {
        Set<String> wrong = new TreeSet<>();
        for (Dependency dependency : dependencies()) {
            String from = topic(dependency.getOriginClass());
            JavaClass target = dependency.getTargetClass();
            if (target.getPackageName().startsWith(ROOT)) {
                String to = topic(target);
                boolean above = ORDER.indexOf(to) < ORDER.indexOf(from);
                if (!from.equals(to)
                        && !(above && NARROWER.getOrDefault(from, Set.of(to)).contains(to))) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void packages_ofTheEngine_areThoseOfTheTable() {
        Set<String> unknown = new TreeSet<>();
        CLASSES.forEach(type -> unknown.add(topic(type)));
        ORDER.forEach(unknown::remove);
        assertEquals(Set.of(), unknown, "packages that have no place in the order");
    }

    @Test
    void classes_ofTheEngine_useOnlyWhatEveryPlatformHas() {
        Set<String> wrong = new TreeSet<>();
        for (Dependency dependency : dependencies()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            boolean ours = target.getPackageName().startsWith(ROOT);
            if (!ours && !target.isPrimitive() && !PLATFORM.contains(target.getPackageName())) {
                wrong.add(dependency.getDescription());
            }
        }
        assertEquals(Set.of(), wrong);
    }

    private static Set<Dependency> dependencies() {
        Set<Dependency> all = new HashSet<>();
        CLASSES.forEach(type -> all.addAll(type.getDirectDependenciesFromSelf()));
        assertTrue(all.size() > 1000, "the compiled classes were not found");
        return all;
    }

    /** The first part of the package's name below the root: autodiff and autodiff.op are one. */
    private static String topic(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    @Test
    void classNames_ofTheEngine_sayWhatTheClassIs() {
        Predicate<String> empty = name -> name.matches(".*(Manager|Helper|Utils?|Impl)|(Base|Abstract)([A-Z].*)?");
        assertEquals(
                Set.of(),
                CLASSES.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(empty)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void records_ofTheEngine_haveNoGetters() {
        assertEquals(
                Set.of(),
                CLASSES.stream()
                        .filter(JavaClass::isRecord)
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getName().matches("get[A-Z].*"))
                        .map(method -> method.getFullName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void packages_ofTheEngine_areDescribedAndNullMarked() throws IOException {
        for (String directory :
                sources().map(Path::getParent).map(Path::toString).collect(Collectors.toSet())) {
            String text = Files.readString(Path.of(directory, "package-info.java"));
            assertTrue(text.contains("@NullMarked"), directory + " is not @NullMarked");
            assertTrue(text.contains("Imports "), directory + " does not say what it imports");
        }
    }

    @Test
    void files_ofTheEngine_areShort() throws IOException {
        for (Path file : sources().toList()) {
            int lines = Files.readAllLines(file).size();
            assertTrue(lines <= MOST_LINES, file + " has " + lines + " lines");
        }
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    @Test
    void catalogues_ofTheEngine_areAllUnderTheContract() throws ReflectiveOperationException {
        Set<Catalogue<?>> unchecked = new HashSet<>();
        for (JavaClass type : CLASSES) {
            for (JavaField field : type.getFields()) {
                boolean constant = field.getModifiers().contains(JavaModifier.STATIC);
                if (constant && field.getRawType().isEquivalentTo(Catalogue.class)) {
                    unchecked.add((Catalogue<?>) field.reflect().get(null));
                }
            }
        }
        assertTrue(unchecked.size() >= 2, "the catalogues were not found");
        CatalogueTest.ALL.forEach(unchecked::remove);
        assertEquals(Set.of(), unchecked, "add these to CatalogueTest.ALL");
    }

    @Test
    void optimizers_ofTheEngine_areAllInTheCatalogue() {
        Set<String> forgotten = CLASSES.stream()
                .filter(type -> type.isAssignableTo(Optimizer.class) && !type.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        Optimizers.CATALOGUE.entries().stream()
                .map(Entry::make)
                .forEach(optimizer -> forgotten.remove(optimizer.getClass().getSimpleName()));
        assertEquals(Set.of(), forgotten, "optimizers that no menu offers");
    }

    @Test
    void schedules_ofTheEngine_areAllInTheCatalogue() {
        Set<String> forgotten = CLASSES.stream()
                .filter(type -> type.isAssignableTo(Schedule.class) && !type.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        // Every entry of the catalogue can begin with a warm-up.
        forgotten.remove("Warmup");
        Schedules.CATALOGUE.entries().stream()
                .map(Entry::make)
                .forEach(schedule -> forgotten.remove(schedule.getClass().getSimpleName()));
        assertEquals(Set.of(), forgotten, "schedules that no menu offers");
    }
}
