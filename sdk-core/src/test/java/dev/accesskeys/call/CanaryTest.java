package dev.accesskeys.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ApiException;
import dev.accesskeys.listener.AttemptListener;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.listener.CallResult;
import dev.accesskeys.operation.Invocation;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.Leaks;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.TestOperations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A token and a secret that occur nowhere else go through every failure that there is; afterwards nothing that anybody could
 * see may hold them: no message, cause, suppressed exception, toString, log or output.
 */
@Timeout(60)
class CanaryTest {

    private static final String TOKEN = "tok/3n-Canary+QXJ7=";
    private static final String SECRET = "s3cret/Canary+WZK9mNq4Lx7Rv2TbY8=";

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @Test
    void noFailureShowsTheTokenOrTheSecret() {
        try (Leaks leaks = Leaks.watching(TOKEN, SECRET)) {
            for (Reply reply : replies()) {
                for (Kind kind : Kind.values()) {
                    for (CallStyle style : CallStyle.values()) {
                        run(leaks, reply, kind.invocation(), style);
                    }
                }
                run(leaks, reply, Invocation.of(TestOperations.CREATE_WITH_BAD_DECODER), CallStyle.BLOCKING);
            }

            assertThat(leaks.found()).isEmpty();
            assertThat(leaks.charactersRead()).isGreaterThan(100_000);
        }
    }

    /** A scan that finds nothing must be able to find something. */
    @Test
    void aPlantedLeakIsFoundInEveryChannel() {
        try (Leaks leaks = Leaks.watching(TOKEN)) {
            IllegalStateException inner = new IllegalStateException("inner " + TOKEN);
            leaks.look("message", new IllegalStateException(TOKEN));
            leaks.look("cause", new IllegalStateException("outer", inner));
            RuntimeException suppressing = new RuntimeException("suppressing");
            suppressing.addSuppressed(inner);
            leaks.look("suppressed", suppressing);
            leaks.look("base64", Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8)));
            leaks.look("hex", java.util.HexFormat.of().formatHex(TOKEN.getBytes(StandardCharsets.UTF_8)));
            leaks.look("url", java.net.URLEncoder.encode(TOKEN, StandardCharsets.UTF_8));
            Logger.getLogger("dev.accesskeys.anything").log(Level.FINEST, "logged {0}", TOKEN);
            System.out.println("printed " + TOKEN);
            System.err.println("printed " + TOKEN);

            assertThat(leaks.found())
                    .containsExactlyInAnyOrder(
                            "message", "cause", "suppressed", "base64", "hex", "url", "log", "stdout", "stderr");
        }
    }

    private static List<Reply> replies() {
        String good = "{\"id\":7,\"name\":\"seven\",\"secret\":\"" + SECRET + "\"";
        String echo = "you sent " + TOKEN + " and get " + SECRET;
        String base64 = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
        List<Reply> replies = new ArrayList<>(List.of(
                Reply.json(200, good + ",\"created\":\"" + SECRET + "\"}"),
                Reply.json(200, "{\"id\":{\"x\":\"" + SECRET + "\"},\"name\":\"seven\"}"),
                Reply.json(200, "{\"id\":\"for " + TOKEN + "\",\"name\":\"seven\"}"),
                Reply.json(200, "{\"id\":7,\"secret\":" + SECRET + "}"),
                Reply.json(200, "{\"data\":[{\"id\":[\"" + SECRET + "\"]}]}"),
                Reply.json(200, good + "} " + SECRET),
                Reply.json(200, good + "}"),
                Reply.answer(200, "text/html", "<html>" + SECRET + "</html>"),
                Reply.thenClose(HEAD + "Content-Length: 200\r\n\r\n" + good),
                Reply.thenClose(HEAD + "\r\n" + good + ",\"x\":\"" + SECRET),
                Reply.thenClose(""),
                Reply.thenClose("HTTP/1.1 " + SECRET + "\r\n\r\n"),
                Reply.thenClose("HTTP/1.1 200 OK\r\n" + SECRET + "\r\n\r\n"),
                Reply.thenClose("HTTP/1.1 200 OK\r\nContent-Length: " + SECRET + "\r\n\r\n"),
                Reply.json(302, echo, "Location: https://elsewhere.invalid/?token=" + TOKEN)));
        for (int status : new int[] {400, 401, 404, 409, 429, 500, 503}) {
            replies.add(Reply.json(status, good + ",\"token\":\"" + TOKEN + "\"}", "X-Request-Id: " + TOKEN));
            replies.add(Reply.json(
                    status,
                    "{\"errors\":[{\"reason\":\"" + echo.replace("/", "\\/") + "\",\"field\":\"" + TOKEN + "\"}]}",
                    "Retry-After: " + TOKEN));
            replies.add(Reply.answer(status, "text/plain", "Bearer " + TOKEN + " " + base64 + " secret=" + SECRET));
            replies.add(Reply.answer(status, "text/plain", "x".repeat(290) + " " + TOKEN + TOKEN));
        }
        return replies;
    }

    private static void run(Leaks leaks, Reply reply, Invocation<?> invocation, CallStyle style) {
        Telling listener = new Telling(leaks);
        try (RawServer server = RawServer.replying(reply);
                TestClient client = Clients.of(server)
                        .token(() -> Secret.of(TOKEN))
                        .callListener(listener)
                        .attemptListener(listener)
                        .build()) {
            leaks.look("client", String.valueOf(client.caller()));
            leaks.look("response", String.valueOf(style.respond(client, invocation)));
        } catch (RuntimeException e) {
            leaks.look("exception of " + invocation, e);
            if (e instanceof ApiException api) {
                leaks.look("details", api.details() + " " + api.excerpt() + " " + api.headers() + api.requestId());
            }
        }
    }

    /** Looks at whatever listeners are told. */
    private record Telling(Leaks leaks) implements CallListener, AttemptListener {

        @Override
        public void callStarted(CallInfo call) {
            leaks.look("call info", call.toString());
        }

        @Override
        public void callEnded(CallInfo call, CallResult result) {
            leaks.look("call result", result + " " + result.requestId());
            result.failure().ifPresent(failure -> leaks.look("call failure", failure));
        }

        @Override
        public void attemptEnded(CallInfo call, int attempt, CallResult result) {
            leaks.look("attempt result", result + " " + result.requestId());
            result.failure().ifPresent(failure -> leaks.look("attempt failure", failure));
        }

        @Override
        public void retryScheduled(CallInfo call, int failedAttempt, Duration wait) {
            leaks.look("wait", String.valueOf(wait));
        }
    }
}
