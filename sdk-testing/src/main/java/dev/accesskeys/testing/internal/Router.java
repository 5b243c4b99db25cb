package dev.accesskeys.testing.internal;

import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler for a method and a path. */
public final class Router {

    /** Makes a router without routes. */
    public Router() {}

    /** Handles the requests of one route. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Handles a request.
         *
         * @param request the request
         * @param pathValues what stands in its path for the names of the route
         * @return the response
         */
        FakeResponse handle(FakeRequest request, Map<String, String> pathValues);
    }

    private record Route(String method, PathPattern path, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds a route.
     *
     * @param method the method in capitals
     * @param path the path, with names in braces for segments that vary
     * @param handler handles its requests
     * @return this router
     */
    public Router route(String method, String path, Handler handler) {
        routes.add(new Route(method, PathPattern.of(path), handler));
        return this;
    }

    /**
     * Handles a request by the first route that fits.
     *
     * @param request the request
     * @return the response; empty if no route fits
     */
    public Optional<FakeResponse> handle(FakeRequest request) {
        for (Route route : routes) {
            if (route.method.equals(request.method())) {
                Optional<Map<String, String>> values = route.path.match(request.path());
                if (values.isPresent()) {
                    return Optional.of(route.handler.handle(request, values.get()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Tells whether a path has a route, be it for another method.
     *
     * @param path the path
     * @return whether it has
     */
    public boolean knows(String path) {
        return routes.stream().anyMatch(route -> route.path.matches(path));
    }
}
