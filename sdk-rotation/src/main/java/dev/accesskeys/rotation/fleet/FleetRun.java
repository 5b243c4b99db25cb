package dev.accesskeys.rotation.fleet;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One run of a fleet: who stands for whom, then one after the other, and a result for each whatever happens. */
final class FleetRun {

    private final List<Member> members;
    private final Errand errand;
    private final ProviderHealth health;
    private final Scoreboard board;
    private final Crew crew;
    private final @Nullable FleetResult[] results;

    /** Filled before the first target begins, and only read afterwards. */
    private final Map<Integer, List<Integer>> followers = new HashMap<>();

    FleetRun(List<Member> members, Errand errand, ProviderHealth health, Scoreboard board, Crew crew) {
        this.members = members;
        this.errand = errand;
        this.health = health;
        this.board = board;
        this.crew = crew;
        this.results = new @Nullable FleetResult[members.size()];
    }

    FleetReport report() {
        board.begin();
        List<Integer> leaders = leaders();
        crew.each(leaders.size(), piece -> lead(leaders.get(piece)));
        for (int index = 0; index < members.size(); index++) {
            if (results[index] == null) {
                end(index, notBegun(members.get(index)));
            }
        }
        board.end();
        List<FleetResult> all = new ArrayList<>(results.length);
        for (FleetResult each : results) {
            if (each != null) {
                all.add(each);
            }
        }
        return new FleetReport(all);
    }

    // Who stands for whom.

    /** Those that are tried, in order; the others follow one of them, or have ended already. */
    private List<Integer> leaders() {
        List<Integer> leaders = new ArrayList<>();
        for (List<Integer> group : groups()) {
            int leader = leaderOf(group);
            leaders.add(leader);
            group.remove((Integer) leader);
            followers.put(leader, group);
        }
        Collections.sort(leaders);
        return leaders;
    }

    /** What is half-way must be finished by the one who began it; else it is the first. */
    private int leaderOf(List<Integer> group) {
        return group.size() == 1
                ? group.get(0)
                : group.stream()
                        .filter(each -> members.get(each).mayBeUnderWay())
                        .findFirst()
                        .orElse(group.get(0));
    }

    private Collection<List<Integer>> groups() {
        Map<Integer, List<AccessKeyId>> visible = errand.isDoneOnceForAnAccount() ? visibleKeys() : Map.of();
        Map<Object, Integer> firsts = new HashMap<>();
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int index = 0; index < members.size(); index++) {
            if (results[index] != null) {
                continue;
            }
            List<Object> marks = marks(members.get(index), visible.getOrDefault(index, List.of()));
            int first = marks.stream()
                    .filter(firsts::containsKey)
                    .findFirst()
                    .map(firsts::get)
                    .orElse(index);
            marks.forEach(mark -> firsts.putIfAbsent(mark, first));
            groups.computeIfAbsent(first, none -> new ArrayList<>()).add(index);
        }
        return groups.values();
    }

    /** Two members with a mark in common are done once. */
    private List<Object> marks(Member member, List<AccessKeyId> visible) {
        List<Object> marks = new ArrayList<>();
        marks.add(member.target());
        if (errand.isDoneOnceForAnAccount() && member.isWide()) {
            if (member.hasPlace()) {
                marks.add(List.of(member.provider(), member.target().place()));
            }
            visible.forEach(id -> marks.add(List.of(member.provider(), id)));
        }
        return marks;
    }

    /** Asks where the credential alone decides whose keys these are. Nothing is rotated meanwhile: ids may change with that. */
    private Map<Integer, List<AccessKeyId>> visibleKeys() {
        List<Integer> asking = new ArrayList<>();
        for (int index = 0; index < members.size(); index++) {
            if (members.get(index).isWide() && !members.get(index).hasPlace()) {
                asking.add(index);
            }
        }
        if (asking.size() < 2) {
            return Map.of();
        }
        Map<Integer, List<AccessKeyId>> visible = new ConcurrentHashMap<>();
        boolean all = crew.each(asking.size(), piece -> look(asking.get(piece), visible));
        if (!all) {
            for (int index = 0; index < members.size(); index++) {
                if (results[index] == null) {
                    end(index, notBegun(members.get(index)));
                }
            }
        }
        return visible;
    }

    private void look(int index, Map<Integer, List<AccessKeyId>> visible) {
        Member member = members.get(index);
        if (health.isGivenUp(member.provider())) {
            end(index, leftAlone(member));
            return;
        }
        try {
            visible.put(index, member.visibleKeys());
            health.worked(member.provider());
        } catch (RuntimeException | Error e) {
            health.note(member, e);
            end(
                    index,
                    FleetResult.of(
                            member.target(),
                            Kind.FAILED,
                            "which " + member.radius() + " it is cannot be told",
                            "Another target could be of the same " + member.radius()
                                    + ", so the keys were listed, and nothing else was done. " + said(e)));
        }
    }

    // One after the other.

    private void lead(int index) {
        Member member = members.get(index);
        FleetResult result = health.isGivenUp(member.provider()) ? leftAlone(member) : tried(member);
        end(index, result);
        for (int follower : followers.getOrDefault(index, List.of())) {
            end(follower, Following.of(members.get(follower), member, result));
        }
    }

    private FleetResult tried(Member member) {
        try {
            FleetResult result = errand.on(member.rotator());
            health.note(member, result);
            return result;
        } catch (RuntimeException | Error e) {
            health.note(member, e);
            return FleetResult.of(member.target(), Kind.FAILED, saidBriefly(e), said(e));
        }
    }

    private void end(int index, FleetResult result) {
        results[index] = result;
        board.finished(result);
    }

    // What is said.

    private static String saidBriefly(Throwable failure) {
        if (isInterrupt(failure)) {
            return "interrupted";
        }
        return failure instanceof AccessKeysException ours
                ? ours.problem()
                : failure.getClass().getSimpleName();
    }

    private static boolean isInterrupt(Throwable failure) {
        return failure instanceof CallCancelledException || failure instanceof CancellationException;
    }

    /** The text of an exception that is not the SDK's own may quote anything. */
    private static String said(Throwable failure) {
        if (isInterrupt(failure)) {
            return "The rotation was interrupted, and stays where it was. Run again: it goes on.";
        }
        if (failure instanceof AccessKeysException ours) {
            return String.valueOf(ours.getMessage());
        }
        return "It ended with " + failure.getClass().getName()
                + ", whose text is not shown. Whether anything was changed cannot be told from it; the journal knows, and the"
                + " next run goes on.";
    }

    private FleetResult leftAlone(Member member) {
        String times = health.patience() == 1 ? "1 failure" : health.patience() + " failures";
        return FleetResult.of(
                member.target(),
                Kind.LEFT_ALONE,
                "left alone after " + times,
                "Its provider had failed so often in a row that it was left alone for this run. Nothing was changed. Run again once"
                        + " the cause is mended.");
    }

    private static FleetResult notBegun(Member member) {
        return FleetResult.of(
                member.target(),
                Kind.NOT_BEGUN,
                "interrupted before",
                "The run was interrupted before this target. Nothing was changed. Run again.");
    }
}
