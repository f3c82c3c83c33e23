package io.odoosync.docs.page;

/**
 * A heading of a page.
 *
 * @param level 1 for the page's title, to 6
 * @param id its anchor, made from its text as GitHub makes it
 * @param text what a reader sees
 */
public record Heading(int level, String id, String text) {}
