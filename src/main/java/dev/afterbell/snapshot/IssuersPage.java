package dev.afterbell.snapshot;

import com.fasterxml.jackson.databind.JsonNode;

/** The list of issuers as a page: the way in for a person. */
public final class IssuersPage {

  private IssuersPage() {}

  /**
   * The page.
   *
   * @param issuers the answer of {@code /v1/issuers}
   */
  public static String write(JsonNode issuers) {
    Html html = new Html();
    PageFrame.open(html, "Afterbell: issuers");
    html.raw("<header>")
        .element("h1", "Issuers")
        .element("p", "Each leads to the snapshot of its newest earnings release.")
        .raw("</header><section><ul>");
    for (JsonNode issuer : issuers.path("issuers")) {
      String ticker = issuer.path("ticker").asText();
      html.raw("<li>")
          .open("a", "href", "/v1/snapshots/" + ticker + ".html")
          .text(issuer.path("name").asText() + " (" + ticker + ")")
          .close("a");
      html.text(", " + issuer.path("venue").asText() + "; ")
          .open("a", "href", "/v1/issuers/" + ticker + "/events")
          .text("events")
          .close("a");
      html.text(", ")
          .open("a", "href", "/v1/issuers/" + ticker + "/rejections")
          .text("rejected drops")
          .close("a")
          .raw("</li>");
    }
    html.raw("</ul>");
    if (issuers.path("issuers").isEmpty()) {
      html.element("p", "None yet. Drop an issuer.json into inbox/TICKER/ of the bucket.");
    }
    html.raw("</section>");
    PageFrame.close(html);
    return html.toString();
  }
}
