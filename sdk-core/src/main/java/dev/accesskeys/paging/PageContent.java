package dev.accesskeys.paging;

import dev.accesskeys.json.JsonDecoder;
import dev.accesskeys.json.JsonReader;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page as the provider sent it: the entries, and where in the list it says they stand. Generated code makes its decoder.
 *
 * @param <T> the type of the entries
 * @param items the entries, unmodifiable
 * @param number the page's number, from 1
 * @param pages how many pages there are
 * @param total how many entries there are on all pages
 */
public record PageContent<T>(List<T> items, int number, int pages, long total) {

    /**
     * Copies the entries.
     *
     * @param items the entries, unmodifiable
     * @param number the page's number, from 1
     * @param pages how many pages there are
     * @param total how many entries there are on all pages
     */
    public PageContent {
        items = List.copyOf(items);
    }

    <R> PageContent<R> map(Function<? super T, ? extends R> function) {
        return new PageContent<>(items.stream().<R>map(function).toList(), number, pages, total);
    }

    /**
     * Makes a decoder for pages that are objects with four members, in any order.
     *
     * @param <T> the type of the entries
     * @param items the name of the member with the entries
     * @param number the name of the member with the page's number
     * @param pages the name of the member with the number of pages
     * @param total the name of the member with the number of entries
     * @param item reads one entry
     * @return the decoder
     */
    public static <T> JsonDecoder<PageContent<T>> decoder(
            String items, String number, String pages, String total, JsonDecoder<T> item) {
        Objects.requireNonNull(item, "item");
        return in -> read(in, items, number, pages, total, item);
    }

    private static <T> PageContent<T> read(
            JsonReader in, String items, String number, String pages, String total, JsonDecoder<T> item) {
        List<T> foundItems = null;
        Integer foundNumber = null;
        Integer foundPages = null;
        Long foundTotal = null;
        in.beginObject();
        while (in.nextMember()) {
            String name = in.memberName();
            if (name.equals(items)) {
                foundItems = in.readList(item);
            } else if (name.equals(number)) {
                foundNumber = in.readInt();
            } else if (name.equals(pages)) {
                foundPages = in.readInt();
            } else if (name.equals(total)) {
                foundTotal = in.readLong();
            } else {
                in.skip();
            }
        }
        return new PageContent<>(
                require(in, items, foundItems),
                require(in, number, foundNumber),
                require(in, pages, foundPages),
                require(in, total, foundTotal));
    }

    private static <V> V require(JsonReader in, String name, @Nullable V value) {
        if (value == null) {
            throw in.missing(name);
        }
        return value;
    }
}
