package dev.accesskeys.examples;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Scanner;

/** Asks before something real is changed. */
final class Agreement {

    private Agreement() {}

    static boolean ask(PrintStream out) {
        out.print("Type yes to go on: ");
        out.flush();
        Scanner input = new Scanner(System.in, Charset.defaultCharset());
        return input.hasNextLine() && input.nextLine().strip().equals("yes");
    }
}
