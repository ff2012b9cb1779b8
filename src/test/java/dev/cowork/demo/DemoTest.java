package dev.cowork.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.story.Needed;
import dev.cowork.story.Program;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `make demo` runs from its sources with nothing but what the program brings along: what tests are made with is not
/// there.
@Tag("process")
class DemoTest {
    @TempDir
    Path compiled;

    @Test
    void needsNothingThatTestsAreMadeWith() throws Exception {
        Needed.program();
        var libraries = Program.JAR.resolveSibling("lib").resolve("main");
        String all;
        try (var jars = Files.list(libraries)) {
            all = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var demo = Path.of("src", "test", "java", "dev", "cowork", "demo", "Demo.java");
            var options = List.of("-proc:none", "-cp", all, "-sourcepath", "src/test/java", "-d", compiled.toString());
            var task = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(demo));
            assertTrue(task.call(), said::toString);
        }
        assertEquals("", said.toString());
    }
}
