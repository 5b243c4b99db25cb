package dev.accesskeys.conformance;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The contracts of the fakes, by their names: {@code FakeLinode} keeps to {@code specs/linode.yaml}. */
final class Contracts {

    private static final Map<String, Optional<Contract>> READ = new ConcurrentHashMap<>();

    private Contracts() {}

    /** The contract of a fake; empty for one without a document, such as one that a test makes for itself. */
    static Optional<Contract> of(Class<?> fake) {
        String name = fake.getSimpleName();
        return name.startsWith("Fake")
                ? READ.computeIfAbsent(name.substring("Fake".length()).toLowerCase(Locale.ROOT), Contracts::read)
                : Optional.empty();
    }

    private static Optional<Contract> read(String name) {
        return Document.named(name).map(Contract::new);
    }
}
