package dev.trellis.core.port;

import dev.trellis.core.account.AccountFile;
import dev.trellis.core.account.Affiliation;
import dev.trellis.core.account.CompanyCard;
import dev.trellis.core.account.Filing.OpenTitle;
import dev.trellis.core.account.Filing.Word;
import dev.trellis.core.profile.CompanyKey;
import org.jspecify.annotations.Nullable;

/** Companies and who works there, as scoring files them (R21, R26). */
public interface AccountStore {

  /** Where a lead works and worked; {@link Affiliation#none} before the first time. */
  Affiliation affiliation(String lead);

  /**
   * Writes an affiliation and all that is filed because of it, together, provided that the stored
   * one still has {@code before.version()}; the written one has the next version.
   *
   * @return false if someone else wrote in between
   */
  boolean save(Affiliation before, Affiliation after);

  /** Files what a person says of companies, at each of them, unless a later word is there. */
  void say(Word word);

  /** All that is filed about a company, whichever of its keys is asked for. */
  AccountFile load(CompanyKey key);

  /**
   * Some companies in order of their names, each once; or some of the names and domains that begin
   * with a text, each with its company.
   *
   * @param prefix null: all companies
   * @param after where the page before ended; null: from the beginning
   * @throws IllegalArgumentException if no page ended there
   */
  Listing.Page<CompanyCard> companies(@Nullable String prefix, @Nullable String after, int most);

  /** As many titles are looked at for one page: those of one wording stand together. */
  int TITLES = 500;

  /**
   * Some of the titles that no dictionary knew when they were told, in order of their wordings.
   *
   * @param after where the page before ended; null: from the beginning
   * @throws IllegalArgumentException if no page ended there
   */
  Listing.Page<OpenTitle> openTitles(@Nullable String after);

  /** Removes all that is filed about a lead: of a person who is to be forgotten nothing stays. */
  void forget(String lead);
}
