package dev.cowork.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A line between one process and PostgreSQL that can be cut or held up.
public final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long heldUntil;
    private volatile @Nullable String marked;
    private volatile boolean isLost;

    public Wire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /// Resets every connection, whatever is under way on it.
    void cut() {
        for (var socket : open) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException closedAlready) {
                // Then it is cut.
            }
            close(socket);
        }
    }

    /// Lets nothing through for so long; what was said meanwhile arrives afterwards.
    void hold(long millis) {
        heldUntil = System.nanoTime() + millis * 1_000_000;
    }

    /// Whoever sends these words and commits does not hear that it was committed: the connection is cut instead.
    public void losesTheAnswerToCommitOf(String words) {
        isLost = false;
        marked = words;
    }

    public boolean hasLostIt() {
        return isLost;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var from = door.accept();
                open.add(from);
                Thread.ofVirtual().start(() -> connect(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket from) {
        try {
            var to = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(to);
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            var isMarked = new AtomicBoolean();
            Thread.ofVirtual()
                    .start(() -> pump(from, to, said -> {
                        var words = marked;
                        isMarked.compareAndSet(false, words != null && said.contains(words));
                        return true;
                    }));
            pump(to, from, said -> !(isMarked.get() && said.contains("COMMIT\0") && lose()));
        } catch (IOException nobodyThere) {
            close(from);
        }
    }

    private boolean lose() {
        marked = null;
        isLost = true;
        return true;
    }

    private void pump(Socket from, Socket to, Predicate<String> goesOn) {
        var buffer = new byte[16_384];
        try {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                waitWhileHeld();
                if (!goesOn.test(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // The other direction ends with it.
        } finally {
            close(from);
            close(to);
        }
    }

    private void waitWhileHeld() {
        while (System.nanoTime() < heldUntil) {
            Delivering.rest(java.time.Duration.ofMillis(20));
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // That is what was wanted.
        }
    }
}
