package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresLinesTest {
    private ServerSocket server;
    private Socket line;
    private Socket far;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        line = new PostgresLines().createSocket();
        line.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 1_000);
        far = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        far.close();
        server.close();
    }

    @Test
    void whatIsSaidInTimeIsRead() throws IOException {
        line.setSoTimeout(1_000);
        for (var i = 0; i < 3; i++) {
            far.getOutputStream().write(i);
            assertEquals(i, line.getInputStream().read());
        }
        assertEquals(1_000, line.getSoTimeout());
    }

    @Test
    void aLineOnWhichNothingIsSaidIsGivenUpAfterItsLimit() throws IOException {
        line.setSoTimeout(600);
        var begun = System.nanoTime();

        assertThrows(SocketTimeoutException.class, () -> line.getInputStream().read(new byte[8]));

        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(Duration.ofMillis(600)) >= 0, "" + took);
        assertTrue(took.compareTo(Duration.ofSeconds(3)) < 0, "" + took);
        assertTrue(line.isClosed());
    }

    /// Nobody reads while nothing is asked: a connection may rest in the pool for as long as it likes.
    @Test
    void aLineThatRestsIsKept() throws Exception {
        line.setSoTimeout(300);
        Thread.sleep(900);

        far.getOutputStream().write(7);

        assertEquals(7, line.getInputStream().read());
    }

    @Test
    void aShortLookIsTheSocketsOwnAndLeavesTheLineOpen() throws IOException {
        line.setSoTimeout(1);

        assertThrows(SocketTimeoutException.class, () -> line.getInputStream().read());

        far.getOutputStream().write(7);
        line.setSoTimeout(1_000);
        assertEquals(7, line.getInputStream().read());
    }

    @Test
    void whatIsClosedOtherwiseIsNoMatterOfTime() throws Exception {
        line.setSoTimeout(5_000);
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(200);
                line.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        var why =
                assertThrows(SocketException.class, () -> line.getInputStream().read());
        assertTrue(why.getMessage().contains("closed"), why.toString());
    }
}
