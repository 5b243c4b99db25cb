package dev.accesskeys.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** Knows the sockets that a server has accepted, so that one can be torn down instead of being closed in good order. */
final class TrackedSockets extends ServerSocketFactory {

    private final Map<Integer, Socket> open = new HashMap<>();
    private int accepted;

    /** Makes the connection with this number, counted from 0, end with a reset when it is closed. */
    void resetOnClose(int connection) {
        try {
            Socket socket = socket(connection);
            if (socket != null) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // Closed already: there is nothing left to reset.
        }
    }

    private synchronized @Nullable Socket socket(int connection) {
        return open.get(connection);
    }

    private synchronized void add(Socket socket) {
        open.values().removeIf(Socket::isClosed);
        open.put(accepted++, socket);
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket socket = super.accept();
                add(socket);
                return socket;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
    }
}
