package org.colophon.worker.store;

import io.minio.MinioClient;
import io.minio.Signer;
import io.minio.errors.MinioException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The real server in a process of its own, as the pipeline starts it. */
final class StoreProcess implements AutoCloseable {
    static final String ACCESS = "testaccess";
    static final String SECRET = "testsecret1234567890";

    private static final String REGION = "us-east-1";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final Pattern READY = Pattern.compile("\\{\"ready\":true,\"port\":(\\d+)}");

    final Process process;
    final BufferedReader out;
    final Path errors;
    final int port;

    private StoreProcess(Process process, Path errors) throws IOException {
        this.process = process;
        this.errors = errors;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        Matcher ready = READY.matcher(String.valueOf(line));
        if (!ready.matches()) {
            throw new IOException("not ready but: " + line + "; " + Files.readString(errors));
        }
        this.port = Integer.parseInt(ready.group(1));
    }

    static StoreProcess start(Path folder) throws IOException {
        return start(folder, List.of());
    }

    /** Starts the server on {@code folder/store} with {@code prefix} before the java command. */
    static StoreProcess start(Path folder, List<String> prefix) throws IOException {
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(prefix);
        command.addAll(command(folder, 0));
        return new StoreProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    static List<String> command(Path folder, int port) throws IOException {
        Path keys = folder.resolve("keys.properties");
        Files.writeString(keys, "access-key=" + ACCESS + "\nsecret-key=" + SECRET + "\n");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StoreServer.class.getName(),
                "--root",
                folder.resolve("store").toString(),
                "--port",
                String.valueOf(port),
                "--keys",
                keys.toString());
    }

    MinioClient client() {
        return client(ACCESS, SECRET);
    }

    MinioClient client(String access, String secret) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(unsigned(chain.request(), access, secret)))
                .build();
        return builder(access, secret).httpClient(http, true).build();
    }

    /** A client whose signatures cover the bodies, so that the server must hold each in memory. */
    MinioClient clientThatSignsBodies() {
        return builder(ACCESS, SECRET).build();
    }

    private MinioClient.Builder builder(String access, String secret) {
        return MinioClient.builder()
                .endpoint(endpoint())
                .credentials(access, secret)
                .region(REGION);
    }

    private static Request unsigned(Request request, String access, String secret) throws IOException {
        if (!request.method().equals("PUT")) {
            return request;
        }
        Request streamed = request.newBuilder()
                .removeHeader("Authorization")
                .header("X-Amz-Content-Sha256", UNSIGNED)
                .build();
        try {
            return Signer.signV4S3(streamed, REGION, access, secret, UNSIGNED);
        } catch (MinioException e) {
            throw new IOException("cannot sign " + request.url(), e);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }
}
