package io.odoosync.docs.page;

/**
 * A fenced block of code.
 *
 * @param language what follows the fence, such as {@code java}; empty if nothing does
 * @param text its lines
 */
public record CodeBlock(String language, String text) {}
