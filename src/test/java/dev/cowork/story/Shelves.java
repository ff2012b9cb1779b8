package dev.cowork.story;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/// The company's knowledge, kept by a program over HTTP.
public final class Shelves {
    public void bring(String workspace, String path, String text) {
        keeper().contentType("text/markdown; charset=utf-8")
                .body(text)
                .post(address(workspace, path))
                .then()
                .statusCode(200);
    }

    /// Takes it out, where it is there.
    public void takeOut(String workspace, String path) {
        keeper().delete(address(workspace, path));
    }

    private static String address(String workspace, String path) {
        return "/api/knowledge?workspace=" + workspace + "&path=" + path;
    }

    private static RequestSpecification keeper() {
        return RestAssured.given().header("Authorization", "Bearer test-knowledge-key-0000");
    }
}
