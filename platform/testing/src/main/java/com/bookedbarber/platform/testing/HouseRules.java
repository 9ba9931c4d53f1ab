package com.bookedbarber.platform.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import java.util.Arrays;
import java.util.List;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** How the code of a service is laid out; see docs/architecture.md. */
public final class HouseRules {

    private static final String HOME = "com.bookedbarber.";
    private static final List<String> SERVICES = List.of("user", "booking", "payment", "analytics", "gateway");
    private static final List<String> NAMES_THAT_SAY_NOTHING =
            List.of("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..impl..", "..manager..");

    private final String home;
    private final JavaClasses classes;

    private HouseRules(String service) {
        this.home = HOME + service;
        this.classes = code(home);
    }

    private static JavaClasses code(String... packages) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
    }

    /** The rules for one service: {@code user}, {@code booking}, {@code payment}, {@code analytics}, {@code gateway}. */
    public static HouseRules of(String service) {
        return new HouseRules(service);
    }

    /** Fails on the first rule that is broken. {@code rules} are the classes that have to be free of frameworks. */
    public void check(Class<?>... rules) {
        importNoOtherService();
        keepEntitiesInTheirFeature();
        injectByConstructor();
        nameThingsByTheirMeaning();
        featuresWithoutCycles();
        new NativeRules(code(home, HOME + "platform")).check();
        Arrays.stream(rules).forEach(this::freeOfFrameworks);
    }

    private void importNoOtherService() {
        String[] others = SERVICES.stream()
                .map(service -> HOME + service)
                .filter(other -> !other.equals(home))
                .map(other -> other + "..")
                .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services share HTTP contracts and events, never code")
                .check(classes);
    }

    private void keepEntitiesInTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .because("an entity never leaves its feature")
                .allowEmptyShould(true)
                .check(classes);
    }

    private void injectByConstructor() {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .because("constructors say what a class needs")
                .allowEmptyShould(true)
                .check(classes);
    }

    private void nameThingsByTheirMeaning() {
        noClasses()
                .should()
                .resideInAnyPackage(NAMES_THAT_SAY_NOTHING.toArray(String[]::new))
                .because("a folder tells a story")
                .check(classes);
    }

    private void featuresWithoutCycles() {
        SlicesRuleDefinition.slices()
                .matching(home + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    private void freeOfFrameworks(Class<?> rule) {
        classes()
                .that()
                .haveFullyQualifiedName(rule.getName())
                .should(new ArchCondition<JavaClass>("stand on the JDK and the house only") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> !dependency
                                                .getTargetClass()
                                                .getPackageName()
                                                .startsWith("java.")
                                        && !dependency
                                                .getTargetClass()
                                                .getPackageName()
                                                .startsWith(HOME)
                                        && !dependency.getTargetClass().isPrimitive()
                                        && !dependency.getTargetClass().isArray())
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .check(classes);
    }
}
