package dev.accesskeys.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How credentials get into requests, and what happens when they are refused. */
class AuthenticationTest {

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aTokenIsSentWithItsPrefix(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server).build()) {

            style.call(client, TestClient.get(7));

            assertThat(server.onlyRequest().header("authorization")).isEqualTo("Bearer " + Clients.TOKEN);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void anAlternativeOfTwoSchemesSendsBoth(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = TestClient.builder()
                        .baseUrl(server.url())
                        .emailAndKey(CredentialProvider.of("me@example.com"), CredentialProvider.of("k3y"))
                        .build()) {

            style.call(client, TestClient.get(7));

            assertThat(server.onlyRequest().headers())
                    .containsEntry("x-auth-email", "me@example.com")
                    .containsEntry("x-auth-key", "k3y")
                    .doesNotContainKey("authorization");
        }
    }

    static java.util.stream.Stream<org.junit.jupiter.params.provider.Arguments> everyCall() {
        return Cases.everyCall();
    }

    /** A 401 changes nothing: even a create is sent once more, and then no more. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyCall")
    void aRefusedTokenThatCanBeRenewedIsSentOnceMore(Kind kind, CallStyle style) {
        Renewable credential = new Renewable();
        try (RawServer server = RawServer.replying(Reply.status(401), kind.goodReply());
                TestClient client = Clients.of(server)
                        .token(credential)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {

            style.call(client, kind.invocation());

            assertThat(server.requests())
                    .extracting(request -> request.header("authorization"))
                    .containsExactly("Bearer token-0", "Bearer token-1");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyCall")
    void aTokenThatIsRefusedTwiceIsNotRenewedAgain(Kind kind, CallStyle style) {
        Renewable credential = new Renewable();
        try (RawServer server = RawServer.replying(Reply.status(401));
                TestClient client = Clients.of(server).token(credential).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(thrown).isExactlyInstanceOf(AuthenticationException.class);
            assertThat(thrown.getSuppressed()).hasSize(1);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCredentialThatCannotBeRenewedDoesNotHideThe401(CallStyle style) {
        CredentialProvider stubborn = new CredentialProvider() {
            @Override
            public Secret credential() {
                return Secret.of("token");
            }

            @Override
            public boolean refresh(Secret refused) {
                throw new IllegalStateException("token server down; tried " + refused.reveal());
            }
        };
        try (RawServer server = RawServer.replying(Reply.status(401));
                TestClient client = Clients.of(server).token(stubborn).build()) {

            assertThat(Cases.failure(client, Kind.CREATE, style)).isExactlyInstanceOf(AuthenticationException.class);

            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCredentialThatThrowsWasNotSent(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server)
                        .token(() -> {
                            throw new IllegalStateException("quoting a canary");
                        })
                        .build()) {

            AccessKeysException thrown = Cases.failure(client, Kind.CREATE, style);

            assertThat(thrown).isExactlyInstanceOf(NotSentException.class);
            assertThat(thrown).hasMessageContaining("IllegalStateException").hasMessageNotContaining("canary");
            Cases.saysAllThreeThings(thrown, "token");
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCredentialThatIsNullIsTheApplicationsMistake(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server).token(() -> null).build()) {

            assertThat(Cases.failure(client, Kind.CREATE, style)).isExactlyInstanceOf(ConfigurationException.class);
        }
    }

    /** The JDK would quote the value in its message, or send what is not ASCII. */
    @ParameterizedTest
    @ValueSource(strings = {"canary\r\nX-Injected: yes", "canary\u00e9", "canary canary", "canary\u0000"})
    void aCredentialThatCannotBeSentIsRefusedWithoutQuotingIt(String bad) {
        for (CallStyle style : CallStyle.values()) {
            try (RawServer server = RawServer.replying(Reply.thing());
                    TestClient client =
                            Clients.of(server).token(() -> Secret.of(bad)).build()) {

                AccessKeysException thrown = Cases.failure(client, Kind.CREATE, style);

                assertThat(thrown).isExactlyInstanceOf(ConfigurationException.class);
                assertThat(thrown).hasMessageNotContaining("canary").hasNoCause();
                assertThat(server.connections()).isZero();
            }
        }
    }

    /** Asking for it may take long: the thread that starts an asynchronous call must not pay for that. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCredentialThatMayBlockIsAskedForOnTheCallbackExecutor(boolean mayBlock) {
        String[] asked = new String[1];
        CredentialProvider slow = new CredentialProvider() {
            @Override
            public Secret credential() {
                asked[0] = Thread.currentThread().getName();
                return Secret.of("token");
            }

            @Override
            public boolean mayBlock() {
                return mayBlock;
            }
        };
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server)
                        .token(slow)
                        .callbackExecutor(task -> new Thread(task, "callbacks").start())
                        .build()) {

            CallStyle.ASYNC.call(client, TestClient.get(7));

            assertThat(asked[0])
                    .isEqualTo(mayBlock ? "callbacks" : Thread.currentThread().getName());
        }
    }

    private static final class Renewable implements CredentialProvider {

        private final AtomicInteger version = new AtomicInteger();

        @Override
        public Secret credential() {
            return Secret.of("token-" + version.get());
        }

        @Override
        public boolean refresh(Secret refused) {
            version.incrementAndGet();
            return true;
        }
    }
}
