package dev.cowork;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.cowork.workspace.CrashPoint;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/// The words in which [HouseRulesTest] speaks.
final class HouseWords {
    private static final Set<String> QUERIES = Set.of(
            "find", "findAll", "list", "listAll", "stream", "streamAll", "count", "update", "delete", "deleteAll");
    private static final Set<String> CLOCKS = Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis");

    static final DescribedPredicate<JavaClass> ENTITY = annotatedWith(Entity.class)
            .or(annotatedWith(Embeddable.class))
            .or(annotatedWith(MappedSuperclass.class))
            .<JavaClass>forSubtype()
            .as("are entities");

    static final DescribedPredicate<JavaClass> REPOSITORY =
            assignableTo(PanacheRepositoryBase.class).as("are repositories");

    /// A query by Panache's own verbs. What the repository itself named in the product's words is its front door, and
    /// letting go of an entity in hand is no query.
    static final DescribedPredicate<JavaAccess<?>> REPOSITORY_QUERIED = describe(
            "a repository is queried",
            access -> access.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class)
                    && QUERIES.contains(access.getTarget().getName())
                    && !access.getTarget().getFullName().endsWith(".delete(java.lang.Object)")
                    && declaredIn(access.getTarget())
                            .filter(HouseWords::isPanache)
                            .isPresent());

    /// All of Slack's SDK but the words of Block Kit.
    static final DescribedPredicate<JavaClass> SLACK_MACHINERY =
            resideInAPackage("com.slack.api..").and(DescribedPredicate.not(resideInAPackage("com.slack.api.model..")));

    static final DescribedPredicate<JavaClass> BLOCK_KIT = resideInAPackage("com.slack.api.model..");

    static final DescribedPredicate<JavaClass> VIEW = describe(
            "are a *Card, *Modal, *Page or *Form",
            type -> outermost(type).getSimpleName().matches(".*(Card|Modal|Page|Form)"));

    static final DescribedPredicate<JavaClass> REMOTE_DOOR = describe(
            "are Partner, Postman, LiveText or another sender",
            type -> Set.of("Partner", "Postman", "LiveText").contains(type.getSimpleName())
                    || !type.isInterface() && type.isAssignableTo("dev.cowork.delivery.Sender"));

    static final ArchCondition<JavaMethod> REFUSE_TRANSACTIONS = new ArchCondition<>("be @Transactional(NEVER)") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            var refuses = method.tryGetAnnotationOfType(Transactional.class)
                    .or(() -> method.getOwner().tryGetAnnotationOfType(Transactional.class))
                    .filter(never -> never.value() == Transactional.TxType.NEVER)
                    .isPresent();
            events.add(new SimpleConditionEvent(
                    method, refuses, method.getFullName() + " may be called within a transaction"));
        }
    };

    private static final DescribedPredicate<JavaAccess<?>> ASKED_OUTSIDE =
            describe("Slack or Claude is asked", access -> asksOutside(access.getTargetOwner(), access.getTarget()));

    /// A method that asks Slack or Claude names the instants before and after it.
    static final ArchCondition<JavaCodeUnit> NAME_ITS_CRASH_POINTS = new ArchCondition<>("name its crash points") {
        @Override
        public void check(JavaCodeUnit unit, ConditionEvents events) {
            var asks = unit.getAccessesFromSelf().stream().anyMatch(ASKED_OUTSIDE);
            var named = unit.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isAssignableTo(CrashPoint.class))
                    .filter(call -> call.getTarget().getName().equals("pass"))
                    .count();
            events.add(new SimpleConditionEvent(
                    unit, !asks || named >= 2, unit.getFullName() + " asks outside without naming its crash points"));
        }
    };

    static final DescribedPredicate<JavaAccess<?>> CLOCK_READ =
            describe("the machine's clock is read", access -> readsClock(access.getTarget()));

    static final DescribedPredicate<JavaAccess<?>> PRINTING = describe(
            "something is printed",
            access -> access.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("out", "err").contains(access.getTarget().getName())
                    || access.getTarget().getName().equals("printStackTrace"));

    /// `new RuntimeException(..)` and its like; a subclass calling `super(..)` is none.
    static final DescribedPredicate<JavaAccess<?>> BARE_EXCEPTION_MADE = describe(
            "a bare exception is made",
            access -> access.getTarget() instanceof ConstructorCallTarget
                    && Set.of(RuntimeException.class, Exception.class, Error.class, Throwable.class).stream()
                            .anyMatch(access.getTargetOwner()::isEquivalentTo)
                    && !(access.getOrigin().isConstructor()
                            && access.getOriginOwner().isAssignableTo(Throwable.class)));

    private HouseWords() {}

    private static boolean asksOutside(JavaClass owner, AccessTarget target) {
        var name = target.getName();
        return owner.isAssignableTo("com.slack.api.methods.MethodsClient")
                || owner.isEquivalentTo(com.slack.api.Slack.class) && name.equals("send")
                || owner.getPackageName().startsWith("com.anthropic.services")
                        && name.matches("create|createStreaming|countTokens|list|retrieve")
                || owner.isAssignableTo("okhttp3.Call") && name.matches("execute|enqueue")
                || owner.isAssignableTo("java.net.http.HttpClient") && name.matches("send|sendAsync");
    }

    private static boolean readsClock(AccessTarget target) {
        var owner = target.getOwner();
        var name = target.getName();
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (owner.isAssignableTo(Clock.class) || owner.isAssignableTo(InstantSource.class)) {
            return CLOCKS.contains(name);
        }
        if (owner.isEquivalentTo(Date.class)) {
            return target.getFullName().endsWith("<init>()");
        }
        return owner.getPackageName().startsWith("java.time")
                && name.equals("now")
                && !target.getFullName().contains(Clock.class.getName());
    }

    private static Optional<JavaClass> declaredIn(AccessTarget target) {
        return target.resolveMember().map(JavaMember.class::cast).map(JavaMember::getOwner);
    }

    private static boolean isPanache(JavaClass type) {
        return type.getPackageName().startsWith("io.quarkus.hibernate.orm.panache");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseWords::outermost).orElse(type);
    }
}
