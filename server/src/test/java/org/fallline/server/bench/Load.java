package org.fallline.server.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Clients that ask again as soon as they are answered, over connections that stay open. They read no more of an answer than its
 * status and length, so that what is measured is the server and not its client.
 */
final class Load {
    private final int port;
    private final int clients;

    Load(int port, int clients) {
        this.port = port;
        this.clients = clients;
    }

    /**
     * What came of it.
     *
     * @param perSecond answers a second
     * @param micros how long each took, in ascending order
     * @param failures answers whose status was not below 400
     */
    @SuppressWarnings("ArrayRecordComponent") // read by one, never compared
    record Outcome(double perSecond, int[] micros, long failures) {
        double quantile(double part) {
            return micros[(int) Math.min(micros.length - 1, Math.floor(part * micros.length))] / 1000.0;
        }
    }

    /** Asks for so long. */
    Outcome during(long millis, IntFunction<byte[]> requests) {
        long end = System.nanoTime() + millis * 1_000_000;
        return run(Long.MAX_VALUE, end, requests);
    }

    /** Asks so often. */
    Outcome times(long count, IntFunction<byte[]> requests) {
        return run(count, Long.MAX_VALUE, requests);
    }

    private Outcome run(long count, long end, IntFunction<byte[]> requests) {
        AtomicLong next = new AtomicLong();
        AtomicLong failures = new AtomicLong();
        List<int[]> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> {
                int[] mine = client(next, count, end, requests, failures);
                synchronized (all) {
                    all.add(mine);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        int[] micros = all.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        return new Outcome(micros.length / seconds, micros, failures.get());
    }

    private int[] client(AtomicLong next, long count, long end, IntFunction<byte[]> requests, AtomicLong failures) {
        int[] micros = new int[1024];
        int n = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            Answers answers = new Answers(socket.getInputStream());
            for (long i = next.getAndIncrement(); i < count && System.nanoTime() < end; i = next.getAndIncrement()) {
                byte[] request = requests.apply((int) i);
                long begin = System.nanoTime();
                out.write(request);
                if (answers.next() >= 400) {
                    failures.incrementAndGet();
                }
                if (n == micros.length) {
                    micros = Arrays.copyOf(micros, 2 * n);
                }
                micros[n++] = (int) ((System.nanoTime() - begin) / 1000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(micros, n);
    }

    /** A GET as browsers send it, in the form that goes over the wire. */
    static byte[] get(String path) {
        return ("GET " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A POST of JSON. */
    static byte[] post(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }
}
