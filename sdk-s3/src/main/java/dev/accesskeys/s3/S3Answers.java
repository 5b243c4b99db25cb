package dev.accesskeys.s3;

import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * What a failed probe says of the key. Details have statuses, codes and classes, and no message: those are written by others.
 */
final class S3Answers {

    /** Of AWS, and {@code UserSuspended} of Ceph, which is behind many services. */
    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AllAccessDisabled", "AccountProblem", "NotSignedUp", "UserSuspended");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int SERVER_ERROR = 500;
    private static final int MAX_CAUSES = 10;

    private S3Answers() {}

    static Verification of(RuntimeException failure) {
        return failure instanceof AwsServiceException answer ? ofAnswer(answer) : ofSilence(failure);
    }

    private static Verification ofAnswer(AwsServiceException failure) {
        String code = code(failure.awsErrorDetails());
        int status = failure.statusCode();
        String detail = status + " " + (code.isEmpty() ? "without an error code" : code);
        // A server in trouble may say anything.
        return new Verification(status >= SERVER_ERROR ? Answer.UNREACHABLE : meaning(code), detail);
    }

    private static Answer meaning(String code) {
        return switch (code) {
            case "InvalidAccessKeyId" -> Answer.UNKNOWN_KEY;
            case "SignatureDoesNotMatch" -> Answer.BAD_SIGNATURE;
            case "RequestTimeTooSkewed" -> Answer.CLOCK_SKEW;
            // A 403 without a code was said by a proxy or a firewall: it proves no signature.
            default -> DENIED.contains(code) ? Answer.DENIED : Answer.UNREACHABLE;
        };
    }

    private static String code(@Nullable AwsErrorDetails details) {
        String code = details == null ? null : details.errorCode();
        return code != null && CODE.matcher(code).matches() ? code : "";
    }

    private static Verification ofSilence(RuntimeException failure) {
        if (failure instanceof AbortedException) {
            Thread.currentThread().interrupt();
        }
        return new Verification(Answer.UNREACHABLE, reason(failure));
    }

    private static String reason(RuntimeException failure) {
        if (failure instanceof AbortedException) {
            return "interrupted";
        }
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++, cause = cause.getCause()) {
            if (cause instanceof ApiCallTimeoutException || cause instanceof SocketTimeoutException) {
                return "no answer in time";
            } else if (cause instanceof UnknownHostException) {
                return "there is no such host";
            } else if (cause instanceof ConnectException) {
                return "no connection";
            } else if (cause instanceof SSLException) {
                return "no TLS connection: " + cause.getClass().getSimpleName();
            } else if (cause instanceof InterruptedIOException) {
                return "interrupted";
            }
        }
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        return "no usable answer: " + root.getClass().getSimpleName();
    }
}
