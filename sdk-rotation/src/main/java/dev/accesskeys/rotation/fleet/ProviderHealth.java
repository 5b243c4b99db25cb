package dev.accesskeys.rotation.fleet;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.RotationTooEarlyException;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import dev.accesskeys.rotation.journal.JournalException;
import dev.accesskeys.rotation.store.StoreException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts failures in a row, and knows whose they are. A provider that was given up stays so for the rest of the run. */
final class ProviderHealth {

    /** Everything else comes from the target's own settings, store or journal, or from other people. */
    private static final Set<RotationProblem> OF_THE_PROVIDER = EnumSet.of(
            RotationProblem.PROVIDER_UNREACHABLE,
            RotationProblem.PROVIDER_REFUSED,
            RotationProblem.NOT_SEEN,
            RotationProblem.UNDECIDED,
            RotationProblem.NOT_PROVISIONED,
            RotationProblem.NOT_VERIFIED,
            RotationProblem.NOT_REVOKED,
            RotationProblem.STILL_ACCEPTED);

    private static final Set<Kind> PROVE_IT_WORKS =
            EnumSet.of(Kind.COMPLETED, Kind.WAITING_FOR_GRACE, Kind.ROLLED_BACK, Kind.PLANNED, Kind.SWEPT);

    private final int patience;
    private final Map<String, Integer> inARow = new HashMap<>();
    private final Set<String> givenUp = new HashSet<>();

    ProviderHealth(int patience) {
        this.patience = patience;
    }

    synchronized boolean isGivenUp(String provider) {
        return givenUp.contains(provider);
    }

    int patience() {
        return patience;
    }

    void note(Member member, FleetResult result) {
        if (result.outcome().filter(ProviderHealth::isFailure).isPresent()) {
            failed(member.provider());
        } else if (PROVE_IT_WORKS.contains(result.kind()) && member.hasAnswered()) {
            worked(member.provider());
        }
    }

    void note(Member member, Throwable failure) {
        if (isFailure(failure)) {
            failed(member.provider());
        }
    }

    synchronized void worked(String provider) {
        inARow.remove(provider);
    }

    private synchronized void failed(String provider) {
        if (inARow.merge(provider, 1, Integer::sum) >= patience) {
            givenUp.add(provider);
        }
    }

    private static boolean isFailure(RotationOutcome outcome) {
        if (outcome instanceof Refused refused) {
            return OF_THE_PROVIDER.contains(refused.problem());
        }
        return outcome instanceof NeedsOperator stopped && OF_THE_PROVIDER.contains(stopped.problem());
    }

    private static boolean isFailure(Throwable failure) {
        boolean ownFault = failure instanceof ConfigurationException
                || failure instanceof ValidationException
                || failure instanceof UnsupportedCapabilityException
                || failure instanceof RotationTooEarlyException
                || failure instanceof CallCancelledException
                || failure instanceof StoreException
                || failure instanceof JournalException;
        return failure instanceof AccessKeysException && !ownFault;
    }
}
