package org.fallline.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes connections on to ports of this machine, one after the other in turn: a plain load balancer, or a network that can be
 * cut and slowed down.
 */
public final class Relay implements AutoCloseable {
    private final ServerSocket server;
    private final List<Integer> targets;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;
    private volatile long delayMillis;

    public Relay(Integer... targets) throws IOException {
        this.targets = List.of(targets);
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start("relay", this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Ends every connection and takes no more, or takes them again. */
    public void cut(boolean cut) {
        isCut = cut;
        if (cut) {
            open.forEach(Relay::end);
        }
    }

    /** Holds back everything that comes from the targets for so long. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (isCut) {
                    end(client);
                    continue;
                }
                int target = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
                Socket onward = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(onward);
                start("relay in", () -> pass(client, onward, false));
                start("relay out", () -> pass(onward, client, true));
            } catch (IOException e) {
                // closed, or the target is not there: the client sees its connection end
            }
        }
    }

    private void pass(Socket from, Socket to, boolean isAnswer) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (isAnswer && delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                out.write(bytes, 0, n);
            }
        } catch (IOException e) {
            // the other side ended it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(Relay::end);
    }
}
