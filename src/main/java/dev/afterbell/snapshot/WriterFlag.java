package dev.afterbell.snapshot;

import dev.afterbell.score.Flag;
import dev.afterbell.score.FlagCatalogue;
import dev.afterbell.score.FlagCode;
import dev.afterbell.score.LookedFor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a language model's text was refused (docs/method.md §4, WRITER_FALLBACK). */
final class WriterFlag {

  private WriterFlag() {}

  /** The flags of the card, and that one if it is raised, in the card's order. */
  static List<Flag> with(SnapshotInput input) {
    if (!(input.modelText() instanceof ModelText.Refused refused)) {
      return input.card().flags();
    }
    List<Flag> flags = new ArrayList<>(input.card().flags());
    flags.add(flag(input, refused));
    flags.sort(Comparator.comparing(Flag::severity).thenComparing(Flag::code));
    return List.copyOf(flags);
  }

  private static Flag flag(SnapshotInput input, ModelText.Refused refused) {
    String reasons = String.join("; ", refused.reasons());
    return FlagCatalogue.SHIPPED.flag(
        FlagCode.WRITER_FALLBACK,
        reasons,
        List.of(
            new LookedFor(
                "text that passes the checks",
                "language model",
                input.card().asOf(),
                LookedFor.Outcome.UNUSABLE,
                Optional.of(reasons))));
  }
}
