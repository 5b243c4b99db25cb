package dev.accesskeys.codegen.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is generated.
 *
 * @param document the name of the document's file
 * @param title the title of the document
 * @param provider what the document says about the provider
 * @param baseUrl the address, if there is one
 * @param schemes the security schemes
 * @param security alternatives of names of schemes
 * @param rateLimits the documented limits
 * @param tags tag to CommonMark, in the order of the document
 * @param operations the operations in the order of the document
 * @param classes the classes of the model package by name
 */
public record Api(
        String document,
        String title,
        Provider provider,
        Optional<String> baseUrl,
        List<Scheme> schemes,
        List<List<String>> security,
        List<RateLimit> rateLimits,
        Map<String, String> tags,
        List<ApiOperation> operations,
        Map<String, GeneratedClass> classes) {

    /**
     * The provider.
     *
     * @param id its id, such as {@code linode}
     * @param name its name as people write it
     * @param baseUrlVariable the environment variable with another address
     * @param requestIdHeaders the headers with the id of a request
     */
    public record Provider(String id, String name, String baseUrlVariable, List<String> requestIdHeaders) {}

    /**
     * One way to prove who calls.
     *
     * @param name its name in the document
     * @param header the header
     * @param prefix what stands before the credential
     * @param variable the environment variable with the credential
     */
    public record Scheme(String name, String header, String prefix, String variable) {}

    /**
     * One documented limit.
     *
     * @param name its name
     * @param requests how many requests are allowed
     * @param period within which time, ISO 8601
     * @param concurrent how many at once, if that is documented
     * @param perSecond how many within one second, if that is documented
     */
    public record RateLimit(
            String name, long requests, String period, Optional<Long> concurrent, Optional<Long> perSecond) {}
}
