package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartCacheTest {
    private static final List<String> WITH = List.of("-Xmx1g", "-XX:AOTCache=target/quarkus-app/cowork.aot", "-jar");

    @Test
    void saysNothingOfACacheThatIsUsed() {
        assertEquals(
                Optional.empty(),
                StartCache.complaint(WITH, "7f00-7fff r--s 00000000 08:01 12 /src/target/quarkus-app/cowork.aot\n"));
    }

    @Test
    void saysWhichCacheDoesNotFitAndWhatToDo() {
        assertEquals(
                Optional.of(
                        "The start cache target/quarkus-app/cowork.aot is not there, or was made with another Java or"
                                + " another build: this start took longer without it. `make package` makes it anew."),
                StartCache.complaint(WITH, "7f00-7fff r-xp 00000000 08:01 12 /opt/java/lib/server/libjvm.so\n"));
    }

    @Test
    void saysNothingWhereNoneWasNamedOrNobodyKnows() {
        assertEquals(Optional.empty(), StartCache.complaint(List.of("-jar"), "7f00-7fff /opt/java/lib/libjvm.so\n"));
        assertEquals(Optional.empty(), StartCache.complaint(WITH, ""));
    }
}
