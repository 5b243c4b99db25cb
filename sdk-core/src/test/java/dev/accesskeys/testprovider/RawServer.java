package dev.accesskeys.testprovider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on 127.0.0.1 that can do wrong what a well-behaved one cannot. The <i>n</i>-th request gets the <i>n</i>-th reply,
 * and every further one the last.
 */
public final class RawServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final ServerSocket listener;
    private final List<Reply> replies;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Requested> requests = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore held = new Semaphore(0);
    private final Semaphore dropped = new Semaphore(0);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private RawServer(ServerSocket listener, List<Reply> replies) {
        this.listener = listener;
        this.replies = replies;
    }

    public static RawServer replying(Reply... replies) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            RawServer server = new RawServer(listener, List.of(replies));
            daemon(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address at which nobody listens; a port that was only just given back could be somebody else's by now. */
    public static URI nobody() {
        return URI.create("http://127.0.0.1:1");
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    public int port() {
        return listener.getLocalPort();
    }

    public List<Requested> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    int count() {
        return requests.size();
    }

    public Requested last() {
        return requests.get(requests.size() - 1);
    }

    public Requested onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("one request was expected, " + requests.size() + " came");
        }
        return requests.get(0);
    }

    public int connections() {
        return connections.get();
    }

    /** Blocks until a request has been read, one more with each call. */
    public void awaitRequest() throws InterruptedException {
        await(arrived, "no request came");
    }

    /** Blocks until a reply stalls. */
    public void awaitStall() throws InterruptedException {
        await(held, "no reply stalled");
    }

    /** Blocks until the client drops a connection on which a reply stalls. */
    public void awaitDrop() throws InterruptedException {
        await(dropped, "the client did not drop the connection");
    }

    private static void await(Semaphore event, String otherwise) throws InterruptedException {
        if (!event.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(otherwise);
        }
    }

    void held() {
        held.release();
    }

    void dropped() {
        dropped.release();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Requested request = read(in);
            while (request != null) {
                int index;
                synchronized (this) {
                    index = requests.size();
                    requests.add(request);
                }
                arrived.release();
                Reply reply = replies.get(Math.min(index, replies.size() - 1));
                request = reply.write(new Reply.Connection(this, socket)) ? read(in) : null;
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static Requested read(InputStream in) throws IOException {
        String start = line(in);
        if (start.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] parts = start.split(" ", -1);
        return new Requested(parts[0], parts[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int each = in.read(); each >= 0 && each != '\n'; each = in.read()) {
            if (each != '\r') {
                bytes.write(each);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
