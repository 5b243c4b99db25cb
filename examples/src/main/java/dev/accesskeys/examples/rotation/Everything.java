package dev.accesskeys.examples.rotation;

import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.OpenedAccessKeys;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.RotatorBuilder;
import dev.accesskeys.rotation.audit.AuditLog;
import dev.accesskeys.rotation.fleet.FleetProgress;
import dev.accesskeys.rotation.fleet.RotatorFleet;
import dev.accesskeys.rotation.journal.FileJournal;
import dev.accesskeys.rotation.store.AwsProfileStore;
import dev.accesskeys.rotation.verify.PublishedKeysVerifier;
import dev.accesskeys.s3.S3KeyVerifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A fleet of the keys of several providers: one journal, one audit log, one credentials file with a profile for each. */
public final class Everything implements AutoCloseable {

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final List<Rotator> rotators = new ArrayList<>();

    private Everything() {}

    /**
     * Opens journal, log and clients. Nothing is sent.
     *
     * @param providers whose keys
     * @param settings tokens and addresses, named as in the environment
     * @param terms where the keys are kept and how they are tried
     * @param further sets what else a rotator shall have
     */
    public static Everything open(
            List<String> providers, Map<String, String> settings, Terms terms, UnaryOperator<RotatorBuilder> further) {
        Everything everything = new Everything();
        try {
            FileJournal journal = FileJournal.in(terms.journal());
            everything.closing.push(journal::close);
            AuditLog audit = AuditLog.appendTo(terms.audit());
            for (String provider : providers) {
                OpenedAccessKeys opened = AccessKeyServices.open(provider, settings);
                everything.closing.push(opened::close);
                RotatorBuilder rotator = Rotator.builder()
                        .service(opened.keys())
                        .journal(journal)
                        .listener(audit);
                everything.complete(opened.keys().capabilities(), rotator, terms);
                everything.rotators.add(further.apply(rotator).build());
            }
            return everything;
        } catch (RuntimeException e) {
            everything.close();
            throw e;
        }
    }

    private void complete(Capabilities capabilities, RotatorBuilder rotator, Terms terms) {
        String provider = capabilities.provider();
        if (capabilities.hasSecret()) {
            rotator.store(AwsProfileStore.at(terms.credentials(), terms.profile(provider)));
            S3KeyVerifier.Builder verifier = S3KeyVerifier.builder();
            terms.s3().ifPresent(verifier::endpoint);
            terms.bucket(provider).ifPresent(verifier::bucket);
            rotator.verifier(verifier.build());
        } else {
            terms.certificates().ifPresent(address -> {
                PublishedKeysVerifier verifier = PublishedKeysVerifier.at(address);
                closing.push(verifier::close);
                rotator.verifier(verifier);
            });
        }
        // elsewhere the provider itself ends the old key
        if (capabilities.afterRotation() == PreviousKeyState.STILL_VALID) {
            rotator.grace(terms.grace());
        }
        terms.confirmation(provider).ifPresent(rotator::confirming);
    }

    /**
     * Gives them as a fleet.
     *
     * @param inFlight how many to rotate at once
     * @param progress who is told
     */
    public RotatorFleet fleet(int inFlight, FleetProgress progress) {
        return RotatorFleet.builder()
                .addAll(rotators)
                .inFlight(inFlight)
                .progress(progress)
                .build();
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
