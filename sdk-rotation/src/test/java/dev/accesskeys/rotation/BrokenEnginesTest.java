package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.CrashReport.Case;
import dev.accesskeys.rotation.CrashScene.Sabotage;
import dev.accesskeys.rotation.Promises.Violation;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import dev.accesskeys.testing.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The crash tests are tested: each known mistake must be found by them, run by run as they run in {@link CrashTest}. */
class BrokenEnginesTest {

    /** A mistake is found long before every point was tried. */
    private static final int STEP = 4;

    @Test
    void revokingFirstIsFound() {
        Map<Promise, Integer> broken =
                brokenIn("revoke-first", Sabotage.NONE.steps(BrokenEngines::revokingFirst), CrashScene.of("linode"));

        assertThat(broken).containsKey(Promise.VERIFIED_BEFORE_REVOKED);
    }

    @Test
    void journallingAfterTheEffectIsFound() {
        Map<Promise, Integer> broken =
                brokenIn("journal-after", Sabotage.NONE.journal(BrokenJournal::new), CrashScene.of("linode"));

        assertThat(broken).containsKey(Promise.NO_UNKNOWN_KEY);
    }

    @Test
    void ignoringThePendingKeyIsFound() {
        Map<Promise, Integer> broken =
                brokenIn("ignore-pending", Sabotage.NONE.store(BrokenStore::new), CrashScene.of("linode"));

        assertThat(broken).containsKey(Promise.SECRET_KEPT);
    }

    @Test
    void sendingAgainAfterAnUnknownOutcomeIsFound() {
        Sabotage again = Sabotage.NONE.steps(BrokenEngines::sendingAgain);

        Map<Promise, Integer> linode =
                brokenIn("send-again.linode", again, CrashScene.of("linode").with(Fault.applyThenDrop()));
        Map<Promise, Integer> tensorPool = brokenIn(
                "send-again.tensorPool", again, CrashScene.of("tensorPool").with(Fault.applyThenDrop()));

        assertThat(linode).containsKey(Promise.NO_UNKNOWN_KEY);
        assertThat(tensorPool).containsKey(Promise.SENT_ONCE);
    }

    @Test
    void skippingASyncIsFound() {
        Map<Promise, Integer> broken =
                brokenIn("skip-sync", Sabotage.NONE.disk(BrokenDisk::withoutSync), CrashScene.of("linode"));

        assertThat(broken).containsKey(Promise.SECRET_KEPT);
    }

    @Test
    void revokingAnOrphanByItsLabelIsFound() {
        CrashScene besideAnother = CrashScene.of("linode").in(BrokenEnginesTest::besideASimilarKey);

        Map<Promise, Integer> right = brokenIn("by-nonce", Sabotage.NONE, besideAnother);
        Map<Promise, Integer> broken =
                brokenIn("by-label", Sabotage.NONE.steps(BrokenEngines::revokingByLabel), besideAnother);

        assertThat(right).isEmpty();
        assertThat(broken).containsKey(Promise.OTHERS_UNTOUCHED);
    }

    @Test
    void takingDeniedForRefusedIsFound() {
        Sabotage denying = Sabotage.NONE.service(BrokenEngines::denyingTheRevoked);

        Map<Promise, Integer> right = brokenIn("denied", denying, CrashScene.of("linode"));
        Map<Promise, Integer> broken = brokenIn(
                "denied-for-refused", denying.verifier(BrokenEngines::takingDeniedForRefused), CrashScene.of("linode"));

        assertThat(right).isEmpty();
        assertThat(broken).containsKey(Promise.REFUSAL_PROVEN);
    }

    private static World besideASimilarKey() {
        LinodeWorld world = World.linode();
        world.fake.account().addKey("backup-of-the-laptop");
        return world;
    }

    /** How often which promise is broken, without a crash and with one at every few points. */
    private static Map<Promise, Integer> brokenIn(String name, Sabotage sabotage, CrashScene of) {
        CrashScene scene = of.with(sabotage);
        CrashRun.Result whole = CrashRun.of(scene, List.of(), disk -> {});
        int points = whole.points().get(0).size();
        List<CrashRun.Result> results = new ArrayList<>();
        results.add(whole);
        results.addAll(new CrashReport(name)
                .runAll(IntStream.iterate(0, point -> point < points, point -> point + STEP)
                        .mapToObj(point -> Case.of(scene, List.of(point), Loss.ALL))
                        .toList()));
        Map<Promise, Integer> broken = new TreeMap<>();
        for (CrashRun.Result result : results) {
            promisesIn(result).forEach(promise -> broken.merge(promise, 1, Integer::sum));
        }
        System.out.println(
                "broken engine " + name + ": " + results.size() + " runs, runs that break a promise: " + broken);
        CrashReport.keep(Map.of(
                "broken.runs." + name, results.size(),
                "broken.found." + name,
                        broken.values().stream().mapToInt(Integer::intValue).sum()));
        return broken;
    }

    private static Stream<Promise> promisesIn(CrashRun.Result result) {
        return result.violations().stream().map(Violation::promise).distinct();
    }
}
