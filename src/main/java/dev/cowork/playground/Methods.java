package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;

/// A family of Web API methods.
interface Methods {
    /// Each method's name with what it does: the answer, or a [RefusedException]. Called inside [World#with].
    Map<String, Function<Call, ObjectNode>> methods();
}
