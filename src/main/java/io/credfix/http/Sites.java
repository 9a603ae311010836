package io.credfix.http;

import io.credfix.render.Site;

/// Where the pages of an answer stand.
final class Sites {
  private static final String SCRIPT = "app.js";

  private final String script;
  private final String parents;

  Sites(Assets assets, Configuration configuration) {
    parents = configuration.frameAncestors();
    script = assets.has(SCRIPT) ? "/" + SCRIPT : "";
  }

  Site of(Request request, boolean embedded) {
    return new Site(request.base(), embedded, script, "", parents);
  }
}
