import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Only the JDK (17 or later): java TextingSession.java */
public class TextingSession {
    record User(String id, String name, String role) {}

    static final HttpClient kit = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Replace this with your own log-in. The answer is who is signed in, or null. */
    static User signedIn(HttpExchange exchange) {
        String cookies = "; " + String.join("; ", exchange.getRequestHeaders().getOrDefault("Cookie", java.util.List.of())) + ";";
        return cookies.contains("; crm_session=the-session-of-ada;") ? new User("42", "Ada Park", "admin") : null;
    }

    static void textingSession(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "{\"error\":\"POST only\"}");
            return;
        }
        User user = signedIn(exchange);
        if (user == null) {
            answer(exchange, 401, "{\"error\":\"signed out\"}");
            return;
        }
        String asked = "{\"user\":{\"externalId\":" + json(user.id()) + ",\"name\":" + json(user.name())
            + ",\"role\":" + json(user.role()) + "},\"origin\":" + json(System.getenv("CRM_ORIGIN")) + "}";
        HttpRequest mint = HttpRequest.newBuilder(URI.create(System.getenv("CAMPAIGN_KIT_URL") + "/v1/embed-sessions"))
            .timeout(Duration.ofSeconds(5))
            .header("Authorization", "Bearer " + System.getenv("CAMPAIGN_KIT_KEY"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(asked))
            .build();
        try {
            HttpResponse<String> minted = kit.send(mint, HttpResponse.BodyHandlers.ofString());
            if (minted.statusCode() / 100 == 2) {
                answer(exchange, 200, minted.body());
                return;
            }
            System.err.println("Campaign Kit answered " + minted.statusCode() + ": " + minted.body());
        } catch (IOException problem) {
            System.err.println("Campaign Kit did not answer: " + problem.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, 502, "{\"error\":\"texting is not available\"}");
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** A string as JSON. With Jackson or Gson at hand, use those. */
    static String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\' || c < ' ') quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    public static void main(String[] words) throws IOException {
        String port = System.getenv().getOrDefault("PORT", "3000");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
        server.createContext("/texting-session", TextingSession::textingSession);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }
}
