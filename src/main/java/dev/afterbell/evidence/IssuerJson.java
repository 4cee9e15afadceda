package dev.afterbell.evidence;

import static dev.afterbell.evidence.JsonTree.list;
import static dev.afterbell.evidence.JsonTree.lower;
import static dev.afterbell.evidence.JsonTree.optional;
import static dev.afterbell.evidence.JsonTree.optionalString;
import static dev.afterbell.evidence.JsonTree.optionalText;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.afterbell.evidence.Issuer.Listing;
import dev.afterbell.evidence.Issuer.Peer;
import dev.afterbell.evidence.Issuer.RelatedParty;

/** An issuer as JSON and back: the shape of {@code issuer.json}, with every field written. */
public final class IssuerJson {

  private IssuerJson() {}

  /** The issuer, as the ledger stores it and as {@link IssuerProfile#read} reads it. */
  public static ObjectNode toJson(Issuer issuer) {
    ObjectNode node = JsonTree.object();
    node.put("ticker", issuer.ticker().symbol());
    node.put("name", issuer.name());
    node.put("displayName", issuer.displayName());
    node.set("cik", optionalString(issuer.cik()));
    node.put("primaryVenue", issuer.venue().mic());
    node.set("listings", list(issuer.listings(), IssuerJson::listing));
    node.set("reportingCurrency", optionalText(issuer.reportingCurrency()));
    node.set("estimateCurrency", optionalText(issuer.estimateCurrency()));
    node.set("adsRatio", optional(issuer.adsRatio(), JsonTree::decimal));
    node.put("fiscalYearEnd", issuer.fiscalYearEnd().toString().substring(2));
    node.set("benchmark", optionalText(issuer.benchmark()));
    node.set("sicCode", optionalText(issuer.sicCode()));
    node.set("country", optionalText(issuer.country()));
    node.set("peers", list(issuer.peers(), IssuerJson::peer));
    node.set("relatedParties", list(issuer.relatedParties(), IssuerJson::party));
    return node;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws CorruptJson for anything else
   */
  public static Issuer fromJson(JsonNode json) {
    IssuerProfile profile = new IssuerReader().read(json);
    if (profile instanceof IssuerProfile.Described described) {
      return described.issuer();
    }
    IssuerProfile.Problem first = ((IssuerProfile.Refused) profile).problems().get(0);
    throw new CorruptJson(first.path(), first.message());
  }

  private static ObjectNode listing(Listing listing) {
    return JsonTree.object().put("venue", listing.venue().mic()).put("symbol", listing.symbol());
  }

  private static ObjectNode peer(Peer peer) {
    ObjectNode node = JsonTree.object();
    node.put("symbol", peer.symbol());
    node.put("name", peer.name());
    node.put("kind", lower(peer.kind()));
    node.set("sicCode", optionalText(peer.sicCode()));
    node.set("country", optionalText(peer.country()));
    node.set("revenueRatio", optional(peer.revenueRatio(), JsonTree::decimal));
    node.set("sharedSegmentShare", optional(peer.sharedSegmentShare(), JsonTree::decimal));
    return node;
  }

  private static ObjectNode party(RelatedParty party) {
    ObjectNode node = JsonTree.object();
    node.put("name", party.name());
    node.set("tag", optionalText(party.tag()));
    node.set("aliases", list(party.aliases(), JsonTree::text));
    node.set("relation", optionalText(party.relation()));
    return node;
  }
}
