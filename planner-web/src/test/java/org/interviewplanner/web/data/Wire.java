package org.interviewplanner.web.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to the test database that can be cut, and mended, while the product runs. */
public final class Wire implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    /**
     * @param target the port of the database
     */
    public Wire(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            port = entrance.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serve(entrance);
    }

    public int port() {
        return port;
    }

    /** Like a server that is killed: open connections break, new ones are refused. */
    public void cut() throws IOException {
        entrance.close();
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    public boolean isCut() {
        return entrance.isClosed();
    }

    public void mend() throws IOException {
        entrance = new ServerSocket();
        entrance.setReuseAddress(true);
        entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        serve(entrance);
    }

    private void serve(ServerSocket server) {
        start(() -> {
            while (true) {
                var client = server.accept();
                var database = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(database);
                start(() -> copy(client.getInputStream(), database.getOutputStream()));
                start(() -> copy(database.getInputStream(), client.getOutputStream()));
            }
        });
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        try (from;
                to) {
            var buffer = new byte[8192];
            for (int read; (read = from.read(buffer)) >= 0; ) {
                to.write(buffer, 0, read);
                to.flush();
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // Cut: that is what it is for.
                    }
                });
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
