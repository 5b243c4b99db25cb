package dev.accesskeys.rotation.fleet;

/** Texts for a table or a log: whatever they quote, they stay on their line and move no cursor. */
final class OneLine {

    private OneLine() {}

    static String of(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(each -> plain.appendCodePoint(Character.isISOControl(each) ? ' ' : each));
        return plain.toString();
    }
}
