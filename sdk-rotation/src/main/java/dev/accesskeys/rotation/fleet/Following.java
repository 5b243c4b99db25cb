package dev.accesskeys.rotation.fleet;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;

/** What is said of a target for which another one was done. */
final class Following {

    private final Member member;
    private final Member leader;

    private Following(Member member, Member leader) {
        this.member = member;
        this.leader = leader;
    }

    static FleetResult of(Member member, Member leader, FleetResult result) {
        return new Following(member, leader).result(result);
    }

    private FleetResult result(FleetResult ofLeader) {
        Kind kind = ofLeader.kind();
        if (kind == Kind.LEFT_ALONE || kind == Kind.NOT_BEGUN) {
            return FleetResult.of(member.target(), kind, ofLeader.brief(), ofLeader.explanation());
        }
        if (!kind.isGood()) {
            return FleetResult.of(
                    member.target(),
                    Kind.HELD_BACK,
                    "held back with " + leader.target(),
                    "It is the same " + what() + " as " + leader.target() + ", which ended as " + kind
                            + ". Nothing was done with this one, for a second request could be a second rotation. Mend the other"
                            + " one first.");
        }
        if (!member.hasOtherStoreThan(leader)) {
            return done();
        }
        // What a dry run sees in the stores says nothing of what they hold once the rotation is done.
        return kind == Kind.PLANNED ? behind("would be left behind", "does not get the new key") : compared();
    }

    private FleetResult compared() {
        try {
            return member.hasKeyOf(leader)
                    ? done()
                    : behind("its store has another key", "does not have the key that is in use there now");
        } catch (AccessKeysException e) {
            return behind(
                    "its store cannot be compared", "could not be compared with that of the other: " + e.problem());
        } catch (RuntimeException e) {
            return behind(
                    "its store cannot be compared",
                    "could not be compared: " + e.getClass().getName());
        }
    }

    private FleetResult done() {
        return FleetResult.of(member.target(), Kind.DONE_WITH_ANOTHER, "done with " + leader.target(), "");
    }

    private FleetResult behind(String brief, String what) {
        return FleetResult.of(
                member.target(),
                Kind.STORE_BEHIND,
                brief + ": done with " + leader.target(),
                "It is the same " + what() + " as " + leader.target() + " and is done once. The store of this one "
                        + what
                        + ". A fleet copies no secret from store to store: let both use one store, or copy the key by hand.");
    }

    private String what() {
        return member.isWide() ? member.radius() : "target";
    }
}
