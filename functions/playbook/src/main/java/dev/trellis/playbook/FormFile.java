package dev.trellis.playbook;

import dev.trellis.core.playbook.Form;
import dev.trellis.core.playbook.Form.Kind;
import dev.trellis.core.text.Wording;
import dev.trellis.playbook.bind.Grammar.Says;
import dev.trellis.playbook.bind.Means;
import dev.trellis.playbook.bind.Reading;
import dev.trellis.playbook.yaml.Yaml;
import java.util.List;

/** A form, {@code forms/<id>.yaml}. */
@Says("A landing form; the file name is its id.")
record FormFile(
    Yaml at,
    @Says("Headline of the page.") Wording title,
    @Says("A short text above the questions.") Wording intro,
    @Says("The button.") Wording submit,
    @Says("Headline of the thank-you page.") Wording thanksTitle,
    @Says("Text of the thank-you page.") Wording thanks,
    @Says("Id of the content that a submission asks for.") @Or @Like(Like.SLUG) String content,
    @Says("Runs on a kiosk or a booth tablet: such a device tells nothing about the person.")
        boolean sharedDevice,
    @Says(
            "Consent counts only once the person confirms it: a journey that starts on the"
                + " submission must send a mail of kind confirmation.")
        boolean doubleOptIn,
    @Says("Questions, in the order they are asked.") @Filled List<Question> questions)
    implements Means<Form> {

  @Override
  public Form meaning(Reading reading) {
    var id = at.name();
    reading.places().put("form " + id, at);
    return new Form(
        id,
        title,
        intro,
        submit,
        thanksTitle,
        thanks,
        content,
        sharedDevice,
        doubleOptIn,
        questions.stream().map(question -> question.of(id, reading)).toList());
  }

  @Also(
      """
      {"if": {"properties": {"kind": {"enum": ["choice", "choices"]}}, "required": ["kind"]},
       "then": {"required": ["options"]},
       "else": {"properties": {"options": false}}}
      """)
  record Question(
      Yaml at,
      @Says(
              "Name of the fact that the answer becomes; not the name of a field of the page itself:"
                  + " asked, code, kiosk, lang, nonce, referrer, search, utm_source (and the other"
                  + " utm_ names), bd_vid, gclid, li_fat_id, msclkid.")
          @Like("[a-z][a-zA-Z0-9-]*")
          String id,
      @Says("What the answer must look like; a \"consent\" is a box to tick.") Kind kind,
      @Says("Must it be answered?") boolean required,
      @Says("The question.") Wording label,
      @Says("Help below the label.") @Or Wording hint,
      @Says("HTML autofill token, such as organization or tel.") @Or String autocomplete,
      @Says("Answers to choose from.") @Or List<Form.Option> options) {

    private Form.Question of(String form, Reading reading) {
      at.find("id").ifPresent(q -> reading.places().put("question " + form + "/" + id, q));
      if (options.isEmpty() && (kind == Kind.CHOICE || kind == Kind.CHOICES)) {
        at.problem("a choice without options", "Add \"options:\" with id and label each");
      }
      return new Form.Question(id, kind, required, label, hint, autocomplete, options);
    }
  }

  @Of(Form.Option.class)
  record Option(
      @Says("The answer that is kept.") String id,
      @Says("The answer that is shown.") Wording label) {}
}
