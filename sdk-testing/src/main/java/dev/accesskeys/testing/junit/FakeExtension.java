package dev.accesskeys.testing.junit;

import dev.accesskeys.testing.FakeCloud;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test a fresh fake, and closes it behind the test. When a test fails, the fake's ledger becomes an entry of its
 * report.
 *
 * @param <F> the kind of fake
 */
@SuppressWarnings("exports") // JUnit is optional, so it is not passed on: see module-info
public abstract class FakeExtension<F extends FakeCloud>
        implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final Class<F> type;
    private final Supplier<F> start;
    private final Namespace namespace;
    private volatile @Nullable F current;

    /**
     * Makes an extension.
     *
     * @param type the kind of fake, by which a test's parameter is recognised
     * @param start makes a new fake
     */
    protected FakeExtension(Class<F> type, Supplier<F> start) {
        this.type = Objects.requireNonNull(type, "type");
        this.start = Objects.requireNonNull(start, "start");
        this.namespace = Namespace.create(FakeExtension.class, this);
    }

    /**
     * Gives the fake of the running test. Tests that run side by side take it as a parameter instead.
     *
     * @return the fake
     * @throws IllegalStateException if no test is running
     */
    public F fake() {
        F fake = current;
        if (fake == null) {
            throw new IllegalStateException("there is a fake only while a test runs");
        }
        return fake;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        current = of(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        F fake = context.getStore(namespace).remove(type, type);
        if (fake != null) {
            context.getExecutionException()
                    .ifPresent(failure ->
                            context.publishReportEntry("ledger of " + type.getSimpleName(), "\n" + fake.ledger()));
            fake.close();
        }
        current = null;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        // A constructor's parameter would be one for the whole class.
        return parameter.getParameter().getType() == type && parameter.getDeclaringExecutable() instanceof Method;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** The fake of this test. Written with what both JUnit 5 and 6 have. */
    private F of(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(namespace);
        F fake = store.get(type, type);
        if (fake == null) {
            fake = start.get();
            store.put(type, fake);
        }
        return fake;
    }
}
