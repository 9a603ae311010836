package io.credfix.render;

/// Where pages stand: what their links begin with and what they may load.
///
/// @param base path the service is mounted at, such as `/prod`; empty at the root
/// @param embedded true inside another site's frame: no header, no catalogue links in the way
/// @param script path of the page's script, such as `/app.js`; empty for none
/// @param styles the style sheet itself, for pages that are files of their own; empty: `/app.css`
/// @param parents who may frame the page, sources as in the CSP's `frame-ancestors`
public record Site(String base, boolean embedded, String script, String styles, String parents) {
  /// A page that anyone may frame, if it is one to be framed.
  public Site(String base, boolean embedded, String script, String styles) {
    this(base, embedded, script, styles, "*");
  }

  /// A page that is a file of its own: nothing to load, nowhere to post to.
  ///
  /// @param styles the style sheet
  public static Site standalone(String styles) {
    return new Site("", false, "", styles);
  }

  /// True for a file of its own.
  boolean isFile() {
    return !styles.isEmpty();
  }
}
