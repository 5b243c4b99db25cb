package dev.accesskeys.testing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request that reached a fake, and what came of it, for an {@link ExchangeObserver}. The credential and secrets are in it;
 * {@link #toString()} shows none of them.
 */
public final class FakeExchange {

    private final Class<? extends FakeCloud> fake;
    private final FakeRequest request;
    private final @Nullable FakeResponse answer;
    private final @Nullable FakeResponse sent;
    private final @Nullable Fault fault;

    FakeExchange(
            Class<? extends FakeCloud> fake,
            FakeRequest request,
            @Nullable FakeResponse answer,
            @Nullable FakeResponse sent,
            @Nullable Fault fault) {
        this.fake = fake;
        this.request = request;
        this.answer = answer;
        this.sent = sent;
        this.fault = fault;
    }

    /**
     * Tells which fake the request reached.
     *
     * @return its class, such as {@code FakeLinode}
     */
    public Class<? extends FakeCloud> fake() {
        return fake;
    }

    /**
     * Gives the request.
     *
     * @return the request; its path is relative to the base path of the fake, and begins with {@code /..} if it lies outside
     */
    public FakeRequest request() {
        return request;
    }

    /**
     * Gives what the provider answered, whatever the client got to see of it.
     *
     * @return the answer before a fault changed it; empty if a fault kept the request from the provider
     */
    public Optional<FakeResponse> answer() {
        return Optional.ofNullable(answer);
    }

    /**
     * Gives what the client was sent.
     *
     * @return the answer, of which a fault may let a part through only; empty if a fault let none through
     */
    public Optional<FakeResponse> sent() {
        return Optional.ofNullable(sent);
    }

    /**
     * Tells what went wrong.
     *
     * @return the {@linkplain Fault#name() name} of the fault that hit the request; empty if all went well
     */
    public Optional<String> fault() {
        return Optional.ofNullable(fault).map(Fault::name);
    }

    /**
     * Tells whether the provider accepted the request.
     *
     * @return whether its {@linkplain #answer() answer} is a success (2xx), whatever the client got to see of it
     */
    public boolean accepted() {
        return answer != null && answer.status() / 100 == 2;
    }

    /** Method and path of the request, the status that the provider answered, and the fault. */
    @Override
    public String toString() {
        return request + " -> " + (answer == null ? "-" : answer.status()) + (fault == null ? "" : " (" + fault + ")");
    }
}
