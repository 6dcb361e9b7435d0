package dev.trellis.core.account;

import dev.trellis.core.profile.CompanyKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing filed in the book of accounts. Filing it again changes nothing. */
public sealed interface Filing {

  /** Where titles wait that no dictionary knows. */
  String REVIEW = "review";

  String CONTACT = "contact#";
  String ALIAS = "alias#";
  String TITLE = "title#";
  String VERDICT = "verdict#";
  String NAMED = "named#";

  /** Under which account it is filed. */
  String account();

  /** Its name within the account. */
  String item();

  /**
   * A person works or worked here (R21).
   *
   * @param mergedInto the lead that is the same person, or null
   */
  record Contact(CompanyKey company, String lead, @Nullable String mergedInto, List<Stay> stays)
      implements Filing {

    public Contact {
      stays = stays == null ? List.of() : List.copyOf(stays);
    }

    @Override
    public String account() {
      return company.family().toString();
    }

    @Override
    public String item() {
      return CONTACT + (company.equals(company.family()) ? "" : company.value() + "#") + lead;
    }
  }

  /** A person with mail at this domain works at the company of that name (R21). */
  record Alias(CompanyKey domain, CompanyKey company, String lead, Instant since)
      implements Filing {
    @Override
    public String account() {
      return domain.toString();
    }

    @Override
    public String item() {
      return ALIAS + company.value() + "#" + lead;
    }
  }

  /** What a person says of a company; of two words on the same the later one counts. */
  sealed interface Word extends Filing {

    /** When it was said. */
    Instant at();

    /** At each company of which it is said. */
    List<Word> everywhere();

    /** True if the other is a later word on the same. */
    default boolean isBefore(Filing other) {
      return other instanceof Word word
          && word.account().equals(account())
          && word.item().equals(item())
          && at().isBefore(word.at());
    }
  }

  /**
   * What a person says of two companies: that they are one, or that they are not (R21). Filed at
   * each of the two; the last word counts.
   *
   * @param by who said so
   */
  record Verdict(CompanyKey company, CompanyKey other, boolean same, String by, Instant at)
      implements Word {

    @Override
    public List<Word> everywhere() {
      return List.of(this, new Verdict(/* company= */ other, /* other= */ company, same, by, at));
    }

    @Override
    public String account() {
      return company.toString();
    }

    @Override
    public String item() {
      return VERDICT + other;
    }
  }

  /**
   * What a person says a company is called (R21); the last word counts.
   *
   * @param company any of its keys
   * @param by who said so
   */
  record Named(CompanyKey company, String name, String by, Instant at) implements Word {

    @Override
    public List<Word> everywhere() {
      return List.of(this);
    }

    @Override
    public String account() {
      return company.toString();
    }

    @Override
    public String item() {
      return NAMED;
    }
  }

  /**
   * A title that the dictionary did not know when it was told (R26).
   *
   * @param normal the title with widths, cases and spaces folded
   */
  record OpenTitle(String normal, String title, String lead, Instant at) implements Filing {
    @Override
    public String account() {
      return REVIEW;
    }

    @Override
    public String item() {
      return TITLE + normal + "#" + lead;
    }
  }
}
