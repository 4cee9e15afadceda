package dev.afterbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterbell.evidence.DocumentEvent.ContractEvent;
import dev.afterbell.evidence.DocumentEvent.CorporateEvent;
import dev.afterbell.evidence.DocumentEvent.Driver;
import dev.afterbell.evidence.DocumentEvent.Milestone;
import dev.afterbell.evidence.DocumentEvent.ReactionClaim;
import dev.afterbell.evidence.DocumentEvent.RevenueShare;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  /** A reader that it gives nothing to read would find out in every process where to start. */
  @Test
  void release_saysSomethingToEveryReader() {
    Rehearsal.Told told = Rehearsal.read();
    Extraction extraction = told.extraction();

    assertThat(extraction.document().kind()).isEqualTo(DocumentSummary.Kind.RESULTS);
    assertThat(extraction.facts().stream().map(Fact::basis)).contains(Basis.values());
    assertThat(extraction.guidance()).isNotEmpty();
    assertThat(extraction.withdrawn()).isNotEmpty();
    assertThat(extraction.tone()).isPresent();
    assertThat(told.events().stream().map(Object::getClass))
        .contains(
            ContractEvent.class,
            ReactionClaim.class,
            Driver.class,
            Milestone.class,
            CorporateEvent.class,
            RevenueShare.class);
  }
}
