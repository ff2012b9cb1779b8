package dev.cowork.launch;

/// Whether `quarkus:dev` runs us and starts us anew after each change.
final class Reload {

    private Reload() {}

    /// Told by who loaded us: `LaunchMode` only knows once Quarkus has started, and we come before it.
    static boolean isOn() {
        var loader = Cowork.class.getClassLoader();
        return loader != null && loader.getClass().getSimpleName().equals("QuarkusClassLoader");
    }
}
