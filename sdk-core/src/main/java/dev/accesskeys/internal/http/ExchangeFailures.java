package dev.accesskeys.internal.http;

import dev.accesskeys.http.Delivery;
import dev.accesskeys.http.TransportException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Tells how far a request got from what the JDK's client throws. Only what surely means "not sent" is called so; when in doubt
 * the delivery is unknown.
 */
final class ExchangeFailures {

    private ExchangeFailures() {}

    static TransportException translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransportException known) {
                return known;
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return new TransportException(Delivery.NOT_SENT, "no connection could be made in time", plain(cause));
            }
            // On JDK 17 a name that cannot be resolved comes as a ConnectException with this cause.
            if (cause instanceof UnknownHostException || hasCause(cause, UnresolvedAddressException.class)) {
                return new TransportException(Delivery.NOT_SENT, "the host name cannot be resolved", plain(cause));
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new TransportException(
                        Delivery.NOT_SENT, "the connection was refused or not possible", plain(cause));
            }
            if (cause instanceof SSLHandshakeException) {
                String problem = "the TLS handshake failed: the server's certificate or protocol is not accepted";
                return new TransportException(Delivery.NOT_SENDABLE, problem, plain(cause));
            }
            if (cause instanceof SSLException) {
                return new TransportException(Delivery.UNKNOWN, "the TLS connection broke", plain(cause));
            }
            if (mentions(cause, "refused_stream") || mentions(cause, "refused stream")) {
                return new TransportException(
                        Delivery.NOT_PROCESSED, "the server refused the HTTP/2 stream", plain(cause));
            }
        }
        return new TransportException(
                Delivery.UNKNOWN, "the connection broke before the answer was complete", plain(failure));
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        return type.isInstance(failure) || (failure.getCause() != null && hasCause(failure.getCause(), type));
    }

    private static boolean mentions(Throwable failure, String text) {
        String message = failure.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains(text);
    }

    /**
     * Keeps the class of the cause and where it came from. Its message is dropped: those of the JDK's client quote what a server
     * sent, and sometimes what we did.
     */
    private static Throwable plain(Throwable cause) {
        Throwable plain = new CauseWithoutMessage(cause.getClass().getName());
        plain.setStackTrace(cause.getStackTrace());
        return plain;
    }

    private static final class CauseWithoutMessage extends Exception {

        private static final long serialVersionUID = 1L;

        CauseWithoutMessage(String className) {
            super(className);
        }
    }
}
