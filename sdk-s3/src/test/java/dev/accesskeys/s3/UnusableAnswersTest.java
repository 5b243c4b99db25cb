package dev.accesskeys.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What is at the address is no S3 server, or none that answers. */
class UnusableAnswersTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n";

    private static Verification probe(Peer peer, Duration timeout) {
        return Bench.verifierAt(peer.url())
                .timeout(timeout)
                .build()
                .verify(Bench.request("LA1234567890", Secret.of("whatever")));
    }

    private static Verification probe(Peer peer) {
        return probe(peer, Duration.ofSeconds(30));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    @Test
    void aPeerThatNeverAnswersIsLeft() throws IOException {
        try (Peer peer = new Peer(out -> new CountDownLatch(1).await())) {
            assertThat(probe(peer, Duration.ofMillis(300))).hasToString("UNREACHABLE (no answer in time)");
        }
    }

    @Test
    void anAnswerThatDripsForEverIsLeft() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (Peer peer = new Peer(out -> {
            write(out, OK + "\r\n");
            while (true) {
                write(out, " ");
                never.await(20, MILLISECONDS);
            }
        })) {
            assertThat(probe(peer, Duration.ofMillis(500))).hasToString("UNREACHABLE (no answer in time)");
        }
    }

    @Test
    void anAnswerThatIsTooLongIsNotReadToItsEnd() throws IOException {
        String megabyte = "a".repeat(1024 * 1024);
        try (Peer peer = new Peer(out -> {
            write(out, OK + "\r\n<ListAllMyBucketsResult><Owner><ID>");
            while (true) {
                write(out, megabyte);
            }
        })) {
            assertThat(probe(peer).answer()).isEqualTo(Answer.UNREACHABLE);
            assertThat(peer.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsCutIsNoListing() throws IOException {
        try (Peer peer =
                new Peer(out -> write(out, OK + "Content-Length: 500\r\n\r\n<ListAllMyBucketsResult><Owner>"))) {
            assertThat(probe(peer).answer()).isEqualTo(Answer.UNREACHABLE);
        }
    }

    @Test
    void whatIsNotXmlIsNoListing() throws IOException {
        try (Peer peer = new Peer(out -> write(out, OK + "\r\n{\"success\": true}"))) {
            assertThat(probe(peer).answer()).isEqualTo(Answer.UNREACHABLE);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (Peer other = new Peer(out -> write(out, OK + "\r\n"));
                Peer peer = new Peer(out -> write(
                        out,
                        "HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: " + other.url()
                                + "/\r\n\r\n"))) {
            assertThat(probe(peer)).hasToString("UNREACHABLE (307 without an error code)");
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void aServerWithoutTlsIsUnreachable() {
        try (Bench bench = new Bench()) {
            URI https = URI.create("https://127.0.0.1:" + bench.server.url().getPort());

            Verification shown = Bench.verifierAt(https).build().verify(bench.request());

            assertThat(shown.answer()).isEqualTo(Answer.UNREACHABLE);
            assertThat(shown.detail()).startsWith("no TLS connection: SSL");
        }
    }

    @Test
    void everyProbeHasAConnectionOfItsOwn() throws IOException {
        String listing = "<ListAllMyBucketsResult><Owner><ID>x</ID></Owner><Buckets/></ListAllMyBucketsResult>";
        try (Peer peer =
                new Peer(out -> write(out, OK + "Content-Length: " + listing.length() + "\r\n\r\n" + listing))) {
            assertThat(probe(peer).answer()).isEqualTo(Answer.ACCEPTED);
            assertThat(probe(peer).answer()).isEqualTo(Answer.ACCEPTED);

            assertThat(peer.connections()).isEqualTo(2);
        }
    }

    @Test
    void anInterruptedProbeLeavesTheFlag() throws IOException {
        try (Peer peer = new Peer(out -> write(out, OK + "\r\n"))) {
            Thread.currentThread().interrupt();

            Verification shown = probe(peer);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(shown).hasToString("UNREACHABLE (interrupted)");
        }
    }

    @Test
    void failuresAreNamedWithoutTheirMessages() {
        assertThat(S3Answers.of(caused(new UnknownHostException("s3.example.com"))))
                .hasToString("UNREACHABLE (there is no such host)");
        assertThat(S3Answers.of(caused(new SocketTimeoutException("x"))))
                .hasToString("UNREACHABLE (no answer in time)");
        assertThat(S3Answers.of(caused(new SSLHandshakeException("x"))))
                .hasToString("UNREACHABLE (no TLS connection: SSLHandshakeException)");
        assertThat(S3Answers.of(caused(new IOException("x"))))
                .hasToString("UNREACHABLE (no usable answer: IOException)");
        assertThat(S3Answers.of(new IllegalStateException("x")))
                .hasToString("UNREACHABLE (no usable answer: IllegalStateException)");
    }

    private static RuntimeException caused(Exception cause) {
        return SdkClientException.create("a message", cause);
    }
}
