package dev.accesskeys.s3server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.PageSet;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;

/**
 * A real S3 server on 127.0.0.1 with a store in memory, for tests: it checks the signatures of requests (version 4), and asks an
 * {@link IdentitySource} for the secret on every one. Bound to a fake cloud, it accepts a key from the moment the cloud does,
 * and refuses it with {@code InvalidAccessKeyId} once it is revoked:
 *
 * <pre>{@code
 * try (FakeLinode linode = FakeLinode.start();
 *         S3Server s3 = S3Server.start(linode.account()::s3SecretOf)) {
 *     s3.makeBucket("backups");
 * }
 * }</pre>
 *
 * <p>All identities share the buckets. What the server cannot do by itself is ordered: {@link #deny}, {@link #answerNext},
 * {@link #stop}. A wrong secret gets {@code SignatureDoesNotMatch} without an order, and a clock that is 15 minutes off
 * {@code RequestTimeTooSkewed}. Safe for use by many threads.
 */
public final class S3Server implements AutoCloseable {

    private static final String HOST = "http://127.0.0.1:";
    private static final int THREADS = 16;

    static {
        // The store is put together by Guice, which would make classes by a way that JDK 24 and later warn of on the
        // console.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
    }

    private final BlobStoreContext context;
    private final Gate gate;
    private final URI url;
    private S3Proxy proxy;
    private boolean running = true;

    private S3Server(IdentitySource identities) {
        // Named by its class: the search for providers would trip over those whose libraries are left out.
        context = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials("unused", "unused")
                .modules(List.<Module>of())
                .buildView(BlobStoreContext.class);
        gate = new Gate(identities, context.getBlobStore());
        proxy = listen(0);
        url = URI.create(HOST + proxy.getPort());
    }

    /**
     * Starts a server at a free port.
     *
     * @param identities knows the keys; asked on every request, from several threads
     * @return the running server, without buckets
     */
    public static S3Server start(IdentitySource identities) {
        return new S3Server(Objects.requireNonNull(identities, "identities"));
    }

    /** The address for clients, which need path style; it stays the same when the server is stopped and resumed. */
    public URI url() {
        return url;
    }

    /** Makes a bucket; nothing happens if it is there. */
    public void makeBucket(String bucket) {
        store().createContainerInLocation(null, bucket);
    }

    /**
     * Gives the names of all objects of a bucket.
     *
     * @throws NoSuchElementException if there is no such bucket
     */
    public SortedSet<String> objects(String bucket) {
        if (!store().containerExists(bucket)) {
            throw new NoSuchElementException("there is no bucket " + bucket);
        }
        SortedSet<String> names = new TreeSet<>();
        ListContainerOptions options = ListContainerOptions.Builder.recursive();
        PageSet<? extends StorageMetadata> page;
        do {
            page = store().list(bucket, options);
            page.forEach(each -> names.add(each.getName()));
            options.afterMarker(String.valueOf(page.getNextMarker()));
        } while (page.getNextMarker() != null);
        return names;
    }

    /**
     * Gives the content of an object.
     *
     * @throws NoSuchElementException if there is no such object
     */
    public String text(String bucket, String name) {
        Blob blob = store().getBlob(bucket, name);
        if (blob == null) {
            throw new NoSuchElementException("there is no object " + name + " in " + bucket);
        }
        try (InputStream content = blob.getPayload().openStream()) {
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on, requests with this key and a good signature are answered with {@code AccessDenied}. */
    public void deny(String accessKeyId) {
        gate.deny(accessKeyId);
    }

    /** Takes {@link #deny} back. */
    public void allow(String accessKeyId) {
        gate.allow(accessKeyId);
    }

    /**
     * Orders an answer for the next requests, whoever sends them and whatever their signature is. Orders queue up.
     *
     * @param times for how many requests
     */
    public void answerNext(int times, S3Answer answer) {
        gate.order(answer, times);
    }

    /** Counts the requests that named a key, answered in whatever way. */
    public int requestsOf(String accessKeyId) {
        return gate.requestsOf(accessKeyId);
    }

    /** Ends all connections and refuses new ones; what is stored stays. */
    public synchronized void stop() {
        if (running) {
            running = false;
            quietly(proxy::stop);
        }
    }

    /** Listens again after {@link #stop}, at the same address. */
    public synchronized void resume() {
        if (!running) {
            proxy = listen(url.getPort());
            running = true;
        }
    }

    /** Stops, and forgets what is stored. */
    @Override
    public void close() {
        stop();
        context.close();
    }

    private BlobStore store() {
        return context.getBlobStore();
    }

    private S3Proxy listen(int port) {
        S3Proxy listening = S3Proxy.builder()
                .blobStore(context.getBlobStore())
                .endpoint(URI.create(HOST + port))
                // Checking has to be on; the identity itself is replaced by the gate.
                .awsAuthentication(AuthenticationType.AWS_V4, "unused", "unused")
                .jettyMaxThreads(THREADS)
                .build();
        listening.setBlobStoreLocator(gate);
        quietly(listening::start);
        return listening;
    }

    private static void quietly(Switch act) {
        try {
            act.now();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server could not be started or stopped", e);
        }
    }

    @FunctionalInterface
    private interface Switch {
        void now() throws Exception;
    }
}
