package dev.accesskeys.tensorpool;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.ConflictException;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.operation.CallFutures;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Looks at the credentials before a change. The old secret is not given to the caller's sink, which waits for the new one. */
final class CredentialsBefore {

    private final RawObjectStorage raw;

    CredentialsBefore(RawObjectStorage raw) {
        this.raw = raw.with(CallOptions.secretSink(ignored -> {}));
    }

    /** The credentials, if there are any. How TensorPool says that there are none is not documented: 404, or another refusal. */
    CompletableFuture<Optional<CredentialsSnapshot>> find() {
        CompletableFuture<Optional<CredentialsSnapshot>> found =
                CallFutures.map(raw.credentialsAsync(), each -> Optional.of(CredentialsSnapshot.of(each)));
        return CallFutures.recover(
                found,
                failure -> isNone(failure)
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isNone(Throwable failure) {
        return failure instanceof NotFoundException
                || failure instanceof InvalidRequestException
                || failure instanceof ConflictException;
    }

    /** The credentials, if they belong to the confirmed organisation and have the expected access key id. */
    CompletableFuture<CredentialsSnapshot> require(WholeOrganisation confirmation, @Nullable String expectedKey) {
        return CallFutures.map(raw.credentialsAsync(), credentials -> {
            CredentialsSnapshot before = CredentialsSnapshot.of(credentials);
            if (!before.orgId().equals(confirmation.id())) {
                throw new ValidationException(
                        "confirmation",
                        "must name the organisation that the API key belongs to, which is " + before.orgId(),
                        "another name of " + confirmation.id().length() + " characters");
            }
            if (expectedKey != null && !before.accessKeyId().equals(expectedKey)) {
                throw new ValidationException(
                        "access key id",
                        "must be that of the current key, which is " + TensorPoolKeyMapping.id(before.accessKeyId()),
                        TensorPoolKeyMapping.id(expectedKey) + ", which is not in use any more");
            }
            return before;
        });
    }
}
