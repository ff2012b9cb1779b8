package dev.cowork.workspace.install;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

@ConfigMapping(prefix = "cowork.install")
interface InstallConfig {
    /// The bot's token of a single-workspace install: with it, installs over OAuth are not asked for.
    Optional<String> botToken();

    /// Keys that seal tokens, each 32 bytes in Base64: the first seals, all of them open. Without one, a key is made
    /// and kept in the data directory.
    Optional<String> encryptionKey();

    /// Where a key of our own making is kept.
    @WithDefault(".cowork")
    String dataDirectory();
}
