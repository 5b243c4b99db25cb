package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.CrashReport.Case;
import dev.accesskeys.rotation.CrashScene.Script;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that dies at any point of a rotation, and a cron job that calls again. The points are those of a run in which nobody
 * dies, and those of the processes that came after.
 */
class CrashTest {

    private static final int PAIRS = 1000;
    private static final long SEED = 20_300_101;

    /** How many points each process passed that went on after a crash at a point, by the scene and the point. */
    private static final Map<String, int[]> POINTS_OF_RESUMES = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"linode", "nscale", "slowLinode", "slowNscale", "tensorPool", "cloudflare"})
    void aRotationSurvivesACrashAtEveryPoint(String world) {
        CrashReport report = new CrashReport(world);

        everyPoint(CrashScene.of(world), report);

        report.finish();
        if (CrashScene.of(world).world().get().overlaps()) {
            assertThat(report.count(Kind.NEEDS_OPERATOR)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linode", "nscale"})
    void aRollbackSurvivesACrashAtEveryPoint(String world) {
        CrashReport report = new CrashReport(world + ".rollback");

        everyPoint(CrashScene.of(world).with(Script.ROLL_BACK), report);

        report.finish();
        assertThat(report.count(Kind.NEEDS_OPERATOR)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linode", "nscale", "tensorPool"})
    void aRotationCanBeTurnedBackAfterACrashAtEveryPoint(String world) {
        CrashScene scene = CrashScene.of(world).with(Script.TURN_BACK);
        CrashReport report = new CrashReport(world + ".turn-back");
        List<String> points = CrashRun.pointsOf(scene);

        report.runAll(IntStream.range(0, points.size())
                .mapToObj(point -> Case.of(scene, List.of(point), Loss.ALL))
                .toList());

        report.finish();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linode", "nscale", "tensorPool", "cloudflare"})
    void aRotationWhoseRequestGoesWrongSurvivesACrashAtEveryPoint(String world) {
        CrashReport report = new CrashReport(world + ".fault");

        for (Fault fault : List.of(Fault.applyThenDrop(), Fault.applyThenAnswer(FakeResponse.of(500)), Fault.drop())) {
            CrashScene scene = CrashScene.of(world).with(fault);
            List<String> points = CrashRun.pointsOf(scene);
            report.number("points", points.size());
            report.runAll(IntStream.range(0, points.size())
                    .mapToObj(point -> Case.of(scene, List.of(point), Loss.ALL))
                    .toList());
        }

        report.finish();
    }

    /** Crashes whose resumes do the same, effect for effect, are one: of each kind of resume, every point. */
    @ParameterizedTest
    @ValueSource(strings = {"linode", "tensorPool"})
    void aResumedRotationSurvivesACrashAtEveryPointToo(String world) {
        CrashScene scene = CrashScene.of(world);
        CrashReport report = new CrashReport(world + ".resume");
        Map<List<String>, Integer> kinds = new LinkedHashMap<>();
        List<CrashRun.Result> first = singles(scene, new CrashReport(world + ".resume.unread"));
        for (int point = 0; point < first.size(); point++) {
            kinds.putIfAbsent(first.get(point).points().get(1), point);
        }
        List<Case> cases = new ArrayList<>();
        kinds.forEach((resume, point) -> IntStream.range(0, resume.size())
                .forEach(second -> cases.add(Case.of(scene, List.of(point, second), Loss.ALL))));

        report.number("kinds", kinds.size());
        report.number("points", cases.size());
        report.runAll(cases);

        report.finish();
    }

    @Test
    void aRotationSurvivesTwoCrashes() {
        Random random = new Random(SEED);
        CrashReport report = new CrashReport("pairs");
        List<CrashScene> scenes =
                CrashScene.worlds().keySet().stream().map(CrashScene::of).toList();
        List<Case> cases = new ArrayList<>();

        for (int i = 0; i < PAIRS; i++) {
            CrashScene scene = scenes.get(i % scenes.size());
            int[] lengths = resumes(scene);
            int first = random.nextInt(lengths.length);
            cases.add(Case.of(scene, List.of(first, random.nextInt(lengths[first])), random.nextLong()));
        }
        report.runAll(cases);

        CrashReport.keep(Map.of("crash.pairs", PAIRS));
        report.finish();
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @ValueSource(strings = {"linode", "nscale", "slowLinode", "slowNscale", "tensorPool", "cloudflare"})
    void aRotationSurvivesEveryTwoCrashes(String world) {
        CrashScene scene = CrashScene.of(world);
        CrashReport report = new CrashReport(world + ".all-pairs");

        List<List<Integer>> all = allPairs(scene);
        report.number("pairs", all.size());
        for (int from = 0; from < all.size(); from += PAIRS) {
            List<List<Integer>> some = all.subList(from, Math.min(all.size(), from + PAIRS));
            report.runAll(
                    some.stream().map(pair -> Case.of(scene, pair, Loss.ALL)).toList());
            report.runAll(some.stream()
                    .map(pair -> Case.of(scene, pair, pair.hashCode()))
                    .toList());
        }

        report.finish();
    }

    /** What of the disk is lost matters only where something is not synced. */
    private static void everyPoint(CrashScene scene, CrashReport report) {
        List<String> points = CrashRun.pointsOf(scene);
        report.number("points", points.size());
        List<CrashRun.Result> results = report.runAll(IntStream.range(0, points.size())
                .mapToObj(point -> Case.of(scene, List.of(point), Loss.ALL))
                .toList());
        List<Case> others = new ArrayList<>();
        for (int point = 0; point < points.size(); point++) {
            if (results.get(point).lossy()) {
                others.add(Case.of(scene, List.of(point), Loss.NOTHING));
                others.add(Case.of(scene, List.of(point), Loss.HALF_OF_CONTENTS));
                others.add(Case.of(scene, List.of(point), Loss.NAMES));
            }
        }
        report.number("lossy-points", others.size() / 3);
        report.runAll(others);
        POINTS_OF_RESUMES.put(scene.toString(), lengths(results));
    }

    private static int[] resumes(CrashScene scene) {
        return POINTS_OF_RESUMES.computeIfAbsent(scene.toString(), name -> {
            return lengths(singles(scene, new CrashReport(name)));
        });
    }

    private static List<CrashRun.Result> singles(CrashScene scene, CrashReport report) {
        return report.runAll(IntStream.range(0, CrashRun.pointsOf(scene).size())
                .mapToObj(point -> Case.of(scene, List.of(point), Loss.ALL))
                .toList());
    }

    private static int[] lengths(List<CrashRun.Result> results) {
        return results.stream()
                .mapToInt(result -> result.points().get(1).size())
                .toArray();
    }

    private static List<List<Integer>> allPairs(CrashScene scene) {
        int[] lengths = resumes(scene);
        List<List<Integer>> all = new ArrayList<>();
        for (int first = 0; first < lengths.length; first++) {
            for (int second = 0; second < lengths[first]; second++) {
                all.add(List.of(first, second));
            }
        }
        return all;
    }
}
