package org.interviewplanner.web.session.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands between a browser and its server: passes bytes on, to the first of its targets that
 * answers, until a test wants the network to be bad.
 */
final class ShakyProxy implements AutoCloseable {
    private final List<Integer> targets;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersToDrop = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile Weather weather = Weather.FAIR;

    enum Weather {
        FAIR,
        /** Nobody is let through, and is told so. */
        CUT,
        /** Everybody is let in and nothing comes out. */
        SWALLOWING
    }

    ShakyProxy(List<Integer> targets) throws IOException {
        this.targets = List.copyOf(targets);
        entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::letIn);
    }

    String address(String path) {
        return "http://localhost:" + entrance.getLocalPort() + "/" + path;
    }

    /** From now on the network is like this; connections that stand are cut. */
    void turn(Weather to) {
        weather = to;
        open.forEach(ShakyProxy::end);
    }

    /** The next so many answers to posted entries never arrive, though the server gave them. */
    void dropAnswers(int number) {
        answersToDrop.set(number);
    }

    /** How many answers were dropped so far. */
    int dropped() {
        return dropped.get();
    }

    private void letIn() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket client) {
        if (weather == Weather.CUT) {
            end(client);
            return;
        }
        open.add(client);
        try (client) {
            client.setTcpNoDelay(true);
            if (weather == Weather.SWALLOWING) {
                client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                return;
            }
            try (var server = connect()) {
                open.add(server);
                server.setTcpNoDelay(true);
                var condemned = new AtomicInteger();
                var back = Thread.startVirtualThread(() -> answer(server, client, condemned));
                ask(client, server, condemned);
                end(server);
                back.join();
                open.remove(server);
            }
        } catch (IOException e) {
            // One side has gone; so does the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private Socket connect() throws IOException {
        for (var target : targets) {
            var server = new Socket();
            try {
                server.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1_000);
                return server;
            } catch (IOException e) {
                server.close();
            }
        }
        throw new IOException("nobody answers");
    }

    private void ask(Socket client, Socket server, AtomicInteger condemned) throws IOException {
        var buffer = new byte[65_536];
        var from = client.getInputStream();
        for (int read; (read = from.read(buffer)) >= 0; ) {
            if (isEntry(buffer, read) && answersToDrop.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                condemned.set(1);
            }
            server.getOutputStream().write(buffer, 0, read);
        }
    }

    private static boolean isEntry(byte[] buffer, int read) {
        var start = new String(buffer, 0, Math.min(read, 120), StandardCharsets.ISO_8859_1);
        return start.startsWith("POST /api/sessions/") && start.contains("/entries ");
    }

    private void answer(Socket server, Socket client, AtomicInteger condemned) {
        try {
            pass(server.getInputStream(), client, condemned);
        } catch (IOException e) {
            // One side has gone; so does the other.
        }
        end(client);
        end(server);
    }

    private void pass(InputStream from, Socket client, AtomicInteger condemned) throws IOException {
        var buffer = new byte[65_536];
        for (int read; (read = from.read(buffer)) >= 0; ) {
            if (condemned.get() > 0) {
                // The server has committed and answered; this is where the cable breaks.
                dropped.incrementAndGet();
                return;
            }
            client.getOutputStream().write(buffer, 0, read);
        }
    }

    private static void end(Socket socket) {
        try {
            // A reset, as of a pulled cable, not a farewell.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Gone already.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        open.forEach(ShakyProxy::end);
    }
}
