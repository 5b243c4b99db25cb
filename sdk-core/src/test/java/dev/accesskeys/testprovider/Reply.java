package dev.accesskeys.testprovider;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** What a {@link RawServer} does with a request that it has read. Returns whether the connection may be used again. */
@FunctionalInterface
public interface Reply {

    boolean write(Connection connection) throws IOException;

    /** The server's end of a connection. */
    record Connection(RawServer server, Socket socket) {

        public void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Holds the connection open, saying nothing, until the client drops it. */
        public void hold() {
            server.held();
            try {
                while (socket.getInputStream().read() >= 0) {
                    // whatever it still sends
                }
            } catch (IOException e) {
                // a reset is a drop too
            }
            server.dropped();
        }

        /** What the last request asked for. */
        public String lastTarget() {
            return server.last().target();
        }

        /** How many requests the server has had so far. */
        public int requests() {
            return server.count();
        }

        /** Waits for the socket's timeout, or for the client to drop the connection. */
        boolean isDropped() {
            try {
                if (socket.getInputStream().read() >= 0) {
                    return false;
                }
            } catch (SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                // a reset is a drop too
            }
            server.dropped();
            return true;
        }
    }

    static Reply json(int status, String body, String... headers) {
        return answer(status, "application/json", body, headers);
    }

    static Reply answer(int status, String type, String body, String... headers) {
        String head = head(status, headers) + "Content-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return connection -> {
            connection.send(head + body);
            return true;
        };
    }

    static String head(int status, String... headers) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        return text.toString();
    }

    static Reply thing() {
        return json(200, "{\"id\":7,\"name\":\"seven\",\"secret\":\"sesame-open\"}");
    }

    static Reply status(int status, String... headers) {
        return json(status, "{\"errors\":[{\"reason\":\"because\"}]}", headers);
    }

    /** Sends what is given, then closes in good order. */
    static Reply thenClose(String text) {
        return connection -> {
            connection.send(text);
            return false;
        };
    }

    /** Sends what is given, then resets the connection. */
    static Reply thenReset(String text) {
        return connection -> {
            connection.send(text);
            connection.socket().setSoLinger(true, 0);
            return false;
        };
    }

    /** Sends what is given and then nothing more. */
    static Reply thenStall(String text) {
        return connection -> {
            connection.send(text);
            connection.hold();
            return false;
        };
    }

    /** Sends one byte every 20 ms until the client drops the connection. */
    static Reply dripping(String text) {
        return connection -> {
            connection.socket().setSoTimeout(20);
            for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
                connection.socket().getOutputStream().write(each);
                if (connection.isDropped()) {
                    return false;
                }
            }
            return false;
        };
    }
}
