package org.colophon.worker.store;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * Serves a folder by the S3 protocol on 127.0.0.1. Prints {@code {"ready":true,"port":N}} on standard output when it
 * listens, everything else on standard error, and is gone as soon as its standard input closes.
 *
 * <p>Exit codes: 0 parent gone, 1 the server broke, 2 it cannot start as asked (one line says why).
 */
public final class StoreServer {
    private static final int PARENT_GONE = 0;
    private static final int BROKEN = 1;
    private static final int WRONG_USE = 2;

    /**
     * Bytes of a request whose body is covered by its signature, which S3Proxy can only check after holding the whole
     * body in memory (twice, while it arrives). Larger ones must come with {@code UNSIGNED-PAYLOAD} and a checksum: they
     * are streamed to disk.
     */
    private static final long BUFFERED_REQUEST = 16L * 1024 * 1024;

    private StoreServer() {}

    /** Starts the server with {@code --root DIR --port N --keys FILE} and stays until the parent is gone. */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        try {
            Arguments arguments = Arguments.parse(List.of(words));
            int port = start(arguments);
            out.println("{\"ready\":true,\"port\":" + port + "}");
        } catch (UsageException e) {
            System.err.println("store: " + e.getMessage());
            Runtime.getRuntime().halt(WRONG_USE);
        } catch (Exception e) {
            System.err.println("store: cannot start: " + e);
            Runtime.getRuntime().halt(BROKEN);
        }
        waitForParentToGo();
        Runtime.getRuntime().halt(PARENT_GONE);
    }

    private static int start(Arguments arguments) throws Exception {
        Keys keys = Keys.read(arguments.keys());
        Path root = arguments.root();
        Incoming incoming = prepare(root);
        S3Proxy server = S3Proxy.builder()
                .blobStore(new DurableBlobStore(new FilesystemNio2BlobStore(root.toString()), root, incoming))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, keys.access(), keys.secret())
                .v4MaxNonChunkedRequestSize(BUFFERED_REQUEST)
                .endpoint(URI.create("http://127.0.0.1:" + arguments.port()))
                .build();
        try {
            server.start();
        } catch (IOException e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new UsageException("port " + arguments.port()
                        + " on 127.0.0.1 is taken; end the program that holds it or choose another port");
            }
            throw e;
        }
        return server.getPort();
    }

    private static Incoming prepare(Path root) {
        try {
            Files.createDirectories(root);
            requireOneFileSystem(root);
            return Incoming.open(root);
        } catch (IOException e) {
            throw new UsageException("cannot write to the store folder " + root + ": " + e);
        }
    }

    /** Objects are renamed from {@link Incoming} into their bucket, which only works within one file system. */
    private static void requireOneFileSystem(Path root) throws IOException {
        try (DirectoryStream<Path> buckets = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path bucket : buckets) {
                if (!Files.getFileStore(bucket).equals(Files.getFileStore(root))) {
                    throw new UsageException("the bucket " + bucket + " lies on another file system than " + root
                            + "; move the whole store folder there instead");
                }
            }
        }
    }

    private static void waitForParentToGo() {
        try {
            while (System.in.read() != -1) {
                // The parent has nothing to say; only the end of the stream matters.
            }
        } catch (IOException e) {
            System.err.println("store: standard input broke: " + e);
        }
    }
}
