package io.odoosync.internal.field;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters that html writes as a name or a number, from an ampersand to a semicolon. */
final class Entities {

  static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});");

  /** Of the characters from U+00A0 to U+00FF, in their order. */
  private static final String LATIN_1 =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final String OTHERS =
      "amp=& lt=< gt=> quot=\" apos=' OElig=\u0152 oelig=\u0153 Scaron=\u0160 scaron=\u0161"
          + " Yuml=\u0178 ensp=\u2002 emsp=\u2003 thinsp=\u2009 zwnj=\u200c zwj=\u200d lrm=\u200e"
          + " rlm=\u200f ndash=\u2013 mdash=\u2014 lsquo=\u2018 rsquo=\u2019 sbquo=\u201a"
          + " ldquo=\u201c rdquo=\u201d bdquo=\u201e dagger=\u2020 Dagger=\u2021 bull=\u2022"
          + " hellip=\u2026 permil=\u2030 prime=\u2032 Prime=\u2033 lsaquo=\u2039 rsaquo=\u203a"
          + " euro=\u20ac trade=\u2122 larr=\u2190 uarr=\u2191 rarr=\u2192 darr=\u2193 minus=\u2212"
          + " le=\u2264 ge=\u2265 ne=\u2260";

  private static final Map<String, String> BY_NAME = byName();

  private Entities() {}

  private static Map<String, String> byName() {
    Map<String, String> names = new HashMap<>();
    char character = '\u00a0';
    for (String name : LATIN_1.split(" ", -1)) {
      names.put(name, String.valueOf(character++));
    }
    Arrays.stream(OTHERS.split(" ", -1))
        .map(entity -> entity.split("=", 2))
        .forEach(entity -> names.put(entity[0], entity[1]));
    return Map.copyOf(names);
  }

  /** The text with each of them as the character that it stands for; unknown ones stay. */
  static String resolved(String text) {
    return text.indexOf('&') < 0
        ? text
        : ENTITY
            .matcher(text)
            .replaceAll(
                entity -> Matcher.quoteReplacement(character(entity.group(1), entity.group())));
  }

  private static String character(String name, String entity) {
    if (!name.startsWith("#")) {
      return BY_NAME.getOrDefault(name, entity);
    }
    boolean hexadecimal = Character.toLowerCase(name.charAt(1)) == 'x';
    int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
    return isCharacter(code) ? Character.toString(code) : entity;
  }

  private static boolean isCharacter(int code) {
    return code != 0
        && Character.isValidCodePoint(code)
        && Character.getType(code) != Character.SURROGATE;
  }
}
