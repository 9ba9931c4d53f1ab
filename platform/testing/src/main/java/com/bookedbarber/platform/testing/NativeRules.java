package com.bookedbarber.platform.testing;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

/** What code has to keep to, to be the same program as a native executable. */
record NativeRules(JavaClasses code) {

    private static final String HOME = "com.bookedbarber.";
    private static final String REGISTRATION = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final String RESOURCE = "jakarta.ws.rs.Path";
    private static final Set<String> READERS =
            Set.of("com.fasterxml.jackson.databind.ObjectMapper", HOME + "platform.event.Events");
    private static final String OUTBOX = HOME + "platform.event.Outbox";

    void check() {
        seedNothingAtBuildTime();
        registerOnlyWhatThereIs();
        registerWhatIsReadOrPublishedAsJson();
    }

    private void seedNothingAtBuildTime() {
        fields().that()
                .haveRawType(assignableTo(Random.class))
                .should()
                .notBeStatic()
                .because("a native executable starts with the static fields it was built with, and with their seeds")
                .allowEmptyShould(true)
                .check(code);
    }

    private void registerOnlyWhatThereIs() {
        classes()
                .that()
                .areAnnotatedWith(REGISTRATION)
                .should(hold("name classes that exist", type -> named(type).filter(name -> !code.contain(name))))
                .allowEmptyShould(true)
                .check(code);
    }

    /**
     * Finds types by their literals beside a mapper, and events by what is made beside an outbox. What resources and
     * clients have in their signatures Quarkus registers by itself.
     */
    private void registerWhatIsReadOrPublishedAsJson() {
        Set<String> known = Stream.concat(
                        code.stream()
                                .filter(type -> type.isAnnotatedWith(REGISTRATION))
                                .flatMap(NativeRules::named),
                        code.stream()
                                .filter(type -> type.isAnnotatedWith(RESOURCE))
                                .flatMap(type -> type.getMethods().stream())
                                .flatMap(NativeRules::inSignature))
                .collect(Collectors.toSet());
        classes()
                .should(hold(
                        "leave nothing that Jackson meets unregistered",
                        type -> Stream.concat(read(type), published(type)).filter(name -> !known.contains(name))))
                .because("a native executable knows members only of registered types (see the service's JsonTypes)")
                .check(code);
    }

    private static ArchCondition<JavaClass> hold(String description, Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations
                        .apply(type)
                        .forEach(name -> events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + name)));
            }
        };
    }

    /** The names that an annotated class registers: those it lists, or its own. */
    private static Stream<String> named(JavaClass type) {
        JavaAnnotation<?> registration = type.getAnnotationOfType(REGISTRATION);
        var names = Arrays.stream((String[]) registration.get("classNames").orElse(new String[0]));
        var targets = Arrays.stream((JavaClass[]) registration.get("targets").orElse(new JavaClass[0]));
        var listed = Stream.concat(names, targets.map(JavaClass::getName))
                .filter(name -> name.startsWith(HOME))
                .toList();
        return listed.isEmpty() ? Stream.of(type.getName()) : listed.stream();
    }

    private static Stream<String> inSignature(JavaMethod method) {
        return method.getAllInvolvedRawTypes().stream().map(JavaClass::getName);
    }

    private static Stream<String> read(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> calls(type, owner -> READERS.contains(owner.getName())))
                .flatMap(unit -> unit.getReferencedClassObjects().stream())
                .map(literal -> literal.getValue().getBaseComponentType())
                .filter(NativeRules::isOurRecord)
                .map(JavaClass::getName);
    }

    private static Stream<String> published(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals(OUTBOX)))
                .flatMap(NativeRules::made)
                .filter(NativeRules::isOurRecord)
                .map(JavaClass::getName);
    }

    /** What a method makes: by constructors, or by factories that are members of what they make. */
    private static Stream<JavaClass> made(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getConstructorCallsFromSelf().stream().map(call -> call.getTargetOwner()),
                unit.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getRawReturnType().equals(call.getTargetOwner()))
                        .map(call -> call.getTargetOwner()));
    }

    private static boolean calls(JavaClass type, Predicate<JavaClass> owner) {
        return type.getMethodCallsFromSelf().stream().anyMatch(call -> owner.test(call.getTargetOwner()));
    }

    private static boolean isOurRecord(JavaClass type) {
        return type.isRecord() && type.getName().startsWith(HOME);
    }
}
