package dev.trellis.checks.ports;

import static org.assertj.core.api.Assertions.assertThat;

import module java.base;

import dev.trellis.core.port.Mailer;
import dev.trellis.core.port.Mailer.OutgoingMail;
import dev.trellis.core.port.Mailer.SendResult.Accepted;
import dev.trellis.core.port.Reputation;
import org.junit.jupiter.api.Test;

/** What dispatch may expect of any {@link Mailer} whose account is in good standing. */
abstract class MailerContract {

  static final String SENDER_DOMAIN = "mail.example.com";

  /** A mail provider, seen from both ends. */
  interface Post {
    Mailer mailer();

    Reputation reputation();

    /** The messages that were sent so far, by their ids. */
    Map<String, String> sent();
  }

  private final Post post = post();

  abstract Post post();

  @Test
  void sendsTheWholeMessageUnderTheIdItTells() {
    var mail = mail("Subject: Hello\r\n\r\nHello = & % + 你好\r\n");
    assertThat(post.mailer().send(mail))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted ->
                assertThat(post.sent())
                    .containsEntry(
                        accepted.messageId(), new String(mail.raw(), StandardCharsets.UTF_8)));
  }

  @Test
  void aMailThatIsSentAgainIsAnotherMail() {
    var mail = mail("Subject: Twice\r\n\r\nTwice\r\n");
    var ids =
        Stream.of(mail, mail)
            .map(each -> ((Accepted) post.mailer().send(each)).messageId())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(post.sent()).containsKeys(ids.toArray(String[]::new));
  }

  @Test
  void saysHowMuchItMaySend() {
    var quota = post.mailer().quota();
    assertThat(quota.left()).isPositive();
    assertThat(quota.perMinute()).isBetween(60, 1_000_000);
  }

  @Test
  void countsWhatItSent() {
    var before = post.reputation().lately(Instant.EPOCH, 0);
    post.mailer().send(mail("Subject: Counted\r\n\r\nCounted\r\n"));
    var after = post.reputation().lately(Instant.EPOCH, 0);
    assertThat(after.sent()).isGreaterThan(before.sent());
    assertThat(after.bounces()).isEqualTo(before.bounces());
  }

  private static OutgoingMail mail(String text) {
    var from = "news@" + SENDER_DOMAIN;
    var raw = "From: %s\r\nTo: li@example.cn\r\n%s".formatted(from, text);
    return new OutgoingMail(
        "栅栏 <" + from + ">",
        "li@example.cn",
        raw.getBytes(StandardCharsets.UTF_8),
        Map.of("sendId", "send-1"));
  }
}
