package dev.cowork.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One connection to a server, used for one request after the other. Knows as much of HTTP as its peers answer.
final class Wire implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] buffer = new byte[16_384];

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    /// Sends the request and waits for all of the answer.
    ///
    /// @return its status
    int ask(byte[] request) throws IOException {
        out.write(request);
        var filled = 0;
        while (true) {
            var read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                throw new EOFException("the connection was closed");
            }
            filled += read;
            var head = endOfHead(filled);
            if (head > 0 && isWhole(head, filled)) {
                return Integer.parseInt(new String(buffer, 9, 3, StandardCharsets.US_ASCII));
            }
        }
    }

    private int endOfHead(int filled) {
        for (var i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean isWhole(int head, int filled) {
        var text = new String(buffer, 0, head, StandardCharsets.US_ASCII).toLowerCase();
        var at = text.indexOf(LENGTH);
        if (at >= 0) {
            var end = text.indexOf('\r', at);
            return filled >= head + Integer.parseInt(text.substring(at + LENGTH.length(), end).strip());
        }
        if (text.contains("chunked")) {
            return filled >= 5 && new String(buffer, filled - 5, 5, StandardCharsets.US_ASCII).equals("0\r\n\r\n");
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
