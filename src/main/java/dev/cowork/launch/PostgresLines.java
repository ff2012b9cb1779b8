package dev.cowork.launch;

import dev.cowork.workspace.sharing.Watch;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;

/// The lines to PostgreSQL, for its driver (`socketFactory`). How long an answer may take is looked after by one
/// for all of them: a virtual thread that reads with a limit of its own sets an alarm and calls it off for each
/// answer, which costs more than reading does.
public final class PostgresLines extends SocketFactory {
    /// Limits are kept give or take this; shorter ones are the socket's own.
    private static final Duration STEP = Duration.ofMillis(250);

    private static final long NOT_READING = Long.MAX_VALUE;
    private static final Watch<Line> OPEN = new Watch<>("postgres-lines", STEP, Line::closeIfLate);

    @Override
    public Socket createSocket() {
        return new Line();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw unused();
    }

    private static IOException unused() {
        return new IOException("the driver connects sockets itself");
    }

    private static final class Line extends Socket {
        private volatile int limit;
        private volatile long readingSince = NOT_READING;
        private volatile boolean isLate;

        @Override
        public void connect(SocketAddress where, int limit) throws IOException {
            super.connect(where, limit);
            OPEN.over(this);
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            super.setSoTimeout(millis < STEP.toMillis() ? millis : 0);
            limit = millis;
        }

        @Override
        public int getSoTimeout() {
            return limit;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    return read(super::read);
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    return read(() -> in.read(into, from, length));
                }

                private int read(Reading reading) throws IOException {
                    readingSince = System.nanoTime();
                    try {
                        return reading.read();
                    } catch (SocketException e) {
                        throw isLate ? late() : e;
                    } finally {
                        readingSince = NOT_READING;
                    }
                }
            };
        }

        private IOException late() {
            return new SocketTimeoutException("PostgreSQL said nothing for " + Duration.ofMillis(limit));
        }

        private void closeIfLate() {
            var since = readingSince;
            if (limit > 0
                    && since != NOT_READING
                    && System.nanoTime() - since > Duration.ofMillis(limit).toNanos()) {
                isLate = true;
                try {
                    close();
                } catch (IOException e) {
                    // It is of no use to anybody any more.
                }
            }
        }

        @Override
        public void close() throws IOException {
            OPEN.leave(this);
            super.close();
        }
    }

    @FunctionalInterface
    private interface Reading {
        int read() throws IOException;
    }
}
