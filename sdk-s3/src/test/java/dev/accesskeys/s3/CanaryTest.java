package dev.accesskeys.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.s3server.S3Answer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret goes into the signature and nowhere else; nor does what a service writes go into a detail. */
class CanaryTest {

    private static final String CANARY = "canary+secret/0123456789abcdefghijklmno=";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> everyText() {
        VerificationRequest request = Bench.request(bench.key.accessKey(), Secret.of(CANARY));
        S3KeyVerifier verifier = bench.verifier().build();
        List<String> texts = new ArrayList<>(List.of(verifier.toString(), request.toString()));
        bench.server.answerNext(1, S3Answer.slowDown());
        bench.server.answerNext(1, S3Answer.requestTimeTooSkewed());
        bench.server.answerNext(1, S3Answer.page(200));
        bench.server.answerNext(1, S3Answer.error(403, CANARY));
        bench.server.answerNext(1, S3Answer.error(403, "InvalidAccessKeyId " + CANARY));
        bench.server.answerNext(
                1, new S3Answer(403, "application/xml", "<Error><Message>" + CANARY + "</Message></Error>"));
        for (int i = 0; i < 7; i++) {
            texts.add(verifier.verify(request).toString());
        }
        bench.server.stop();
        texts.add(verifier.verify(request).toString());
        texts.add(verifier.verify(Bench.request("line\r\nbreak", Secret.of(CANARY)))
                .toString());
        texts.add(verifier.verify(Bench.request("\u0000\u20ac", Secret.of(CANARY + "\n")))
                .toString());
        texts.add(verifier.verify(Bench.request(" ", Secret.of(CANARY))).toString());
        return texts;
    }

    @Test
    void noTextShowsTheSecret() {
        String encoded = Base64.getEncoder().encodeToString(CANARY.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(everyText()).hasSize(13).allSatisfy(text -> assertThat(text).doesNotContain("canary", encoded));
    }

    @Test
    void theScanFindsALeak() {
        Verification leak = new Verification(Verification.Answer.UNREACHABLE, "leaked " + CANARY);

        assertThat(leak.toString()).contains("canary");
    }
}
