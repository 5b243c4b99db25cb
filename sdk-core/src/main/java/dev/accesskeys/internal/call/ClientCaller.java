package dev.accesskeys.internal.call;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Response;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.Invocation;
import dev.accesskeys.operation.Operation;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The caller of a client: begins each call, watches over it, and tells its end. */
public final class ClientCaller implements Caller {

    private final ClientSettings settings;
    private final OpenCalls open;
    private final CallOptions options;

    /**
     * Makes the caller of a client.
     *
     * @param settings what is the same for all its calls
     */
    public ClientCaller(ClientSettings settings) {
        this(settings, new OpenCalls(settings.settleTime()), settings.options());
    }

    private ClientCaller(ClientSettings settings, OpenCalls open, CallOptions options) {
        this.settings = settings;
        this.open = open;
        this.options = options;
    }

    @Override
    public Caller with(CallOptions other) {
        return new ClientCaller(settings, open, options.overriddenBy(other));
    }

    @Override
    public <T extends @Nullable Object> Response<T> respond(Invocation<T> invocation) {
        CallState<T> call = begin(invocation);
        try {
            Response<T> response = new BlockingCall<>(settings, call).run();
            end(call, null);
            return response;
        } catch (RuntimeException | Error e) {
            end(call, e);
            throw e;
        }
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<Response<T>> respondAsync(Invocation<T> invocation) {
        CallState<T> call;
        try {
            call = begin(invocation);
        } catch (AccessKeysException e) {
            return CompletableFuture.failedFuture(e);
        }
        return new AsyncCall<>(settings, call, (response, failure) -> end(call, failure)).start();
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> callAsync(Invocation<T> invocation) {
        return CallFutures.map(respondAsync(invocation), Response::value);
    }

    /** Refuses new calls and ends those under way. */
    public void close() {
        open.close();
        settings.transport().close();
    }

    private <T extends @Nullable Object> CallState<T> begin(Invocation<T> invocation) {
        Operation<T> operation = invocation.operation();
        StopSignal stop = new StopSignal(settings.settleTime());
        long number = open.add(stop);
        if (number == 0) {
            throw new ConfigurationException(
                    operation + " was called on a client that is closed",
                    "Build a new client, and close it when all is done.");
        }
        CallInfo info =
                new CallInfo(number, operation.provider(), operation.id(), operation.method(), operation.path());
        settings.listeners().with(options.listeners()).callStarted(info);
        return new CallState<>(settings, invocation, options, info, stop);
    }

    private void end(CallState<?> call, @Nullable Throwable failure) {
        open.remove(call.stop());
        AccessKeysException known = failure instanceof AccessKeysException ours ? ours : null;
        settings.listeners().with(call.options().listeners()).callEnded(call.info(), call.result(known));
    }
}
