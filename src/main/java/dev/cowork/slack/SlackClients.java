package dev.cowork.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.util.http.SlackHttpClient;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/// Makes the Slack client and the Bolt app, once per process.
class SlackClients {
    private static final int WAITING_AT_ONCE = 256;

    @Produces
    @Singleton
    Slack slack(SlackConfig config) {
        var settings = new com.slack.api.SlackConfig();
        settings.setMethodsEndpointUrlPrefix(withSlash(config.apiUrl()));
        settings.setStatsEnabled(false);
        settings.getMethodsConfig().setStatsEnabled(false);
        settings.setPrettyResponseLoggingEnabled(false);
        return Slack.getInstance(settings, new SlackHttpClient(http(config)));
    }

    void close(@Disposes Slack slack) throws Exception {
        slack.close();
    }

    /// Only dispatches: what it gets has been verified and, where it must not be lost, stored. So it has no middleware
    /// that would ask Slack anything before our own listeners are reached.
    @Produces
    @Singleton
    App bolt(Slack slack, BoltListeners listeners) {
        var settings = AppConfig.builder()
                .slack(slack)
                .signingSecret("")
                // Stored before Bolt sees them: what nobody listens for is no news.
                .allEventsApiAutoAckEnabled(true)
                .build();
        var app = new App(settings, List.of());
        listeners.register(app);
        return app;
    }

    void close(@Disposes App app) {
        app.stop();
        app.executorService().shutdownNow();
    }

    /// The hidden retry is off: on a connection that broke after the body was sent it would post twice.
    private static OkHttpClient http(SlackConfig config) {
        var dispatcher = new okhttp3.Dispatcher();
        dispatcher.setMaxRequests(WAITING_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(WAITING_AT_ONCE);
        var limit = config.callTimeout().toMillis();
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .dispatcher(dispatcher)
                .connectTimeout(Math.min(limit, 5_000), TimeUnit.MILLISECONDS)
                .readTimeout(limit, TimeUnit.MILLISECONDS)
                .writeTimeout(limit, TimeUnit.MILLISECONDS)
                .callTimeout(limit, TimeUnit.MILLISECONDS)
                .build();
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }
}
