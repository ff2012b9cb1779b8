package dev.cowork.workspace.install;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/// Seals tokens with AES-256-GCM. A sealed token opens for the workspace it was sealed for and for no other.
@ApplicationScoped
class Seal {
    private final SealKeys keys;

    Seal(SealKeys keys) {
        this.keys = keys;
    }

    byte[] seal(WorkspaceId workspace, String token) {
        try {
            return aead().encrypt(token.getBytes(StandardCharsets.UTF_8), bound(workspace));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token of " + workspace + " cannot be sealed", e);
        }
    }

    /// @throws UnsealableException where no key we have opens it for that workspace
    String open(WorkspaceId workspace, byte[] sealed) {
        try {
            return new String(aead().decrypt(sealed, bound(workspace)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnsealableException(workspace, e);
        }
    }

    private static byte[] bound(WorkspaceId workspace) {
        return ("installation/token/" + workspace.value()).getBytes(StandardCharsets.UTF_8);
    }

    private Aead aead() throws GeneralSecurityException {
        AeadConfig.register();
        return handle(keys.all()).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static KeysetHandle handle(List<String> keys) throws GeneralSecurityException {
        var building = KeysetHandle.newBuilder();
        for (int i = 0; i < keys.size(); i++) {
            var bytes = Base64.getDecoder().decode(keys.get(i));
            var id = idOf(bytes);
            var entry = KeysetHandle.importKey(AesGcmKey.builder()
                            .setParameters(parameters())
                            .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                            .setIdRequirement(id)
                            .build())
                    .withFixedId(id);
            building.addEntry(i == 0 ? entry.makePrimary() : entry);
        }
        return building.build();
    }

    private static AesGcmParameters parameters() throws GeneralSecurityException {
        return AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
    }

    /// The same key has the same number in every process and after every restart.
    private static int idOf(byte[] key) throws GeneralSecurityException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
    }
}
