package dev.accesskeys.testing.linode;

import dev.accesskeys.testing.FakeRequest;
import java.util.List;

/** The page of a list that a request asks for. */
record LinodePage(int number, int size) {

    private static final int DEFAULT_SIZE = 100;
    private static final int MIN_SIZE = 25;
    private static final int MAX_SIZE = 500;

    static LinodePage of(FakeRequest request) {
        int number = parameter(request, "page", 1);
        if (number < 1) {
            throw LinodeProblem.invalid("page", "Must be 1 or greater");
        }
        int size = parameter(request, "page_size", DEFAULT_SIZE);
        if (size < MIN_SIZE || size > MAX_SIZE) {
            throw LinodeProblem.invalid("page_size", "Must be " + MIN_SIZE + "-" + MAX_SIZE);
        }
        return new LinodePage(number, size);
    }

    private static int parameter(FakeRequest request, String name, int otherwise) {
        String text = request.queryValue(name).orElse(null);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw LinodeProblem.invalid(name, "Must be an integer");
        }
    }

    /** How many pages a list has; an empty one has one. */
    int pages(int results) {
        return Math.max(1, (results + size - 1) / size);
    }

    <T> List<T> of(List<T> all) {
        long from = Math.min(all.size(), (long) (number - 1) * size);
        long to = Math.min(all.size(), from + size);
        return all.subList((int) from, (int) to);
    }
}
