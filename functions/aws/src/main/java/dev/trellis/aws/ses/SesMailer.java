package dev.trellis.aws.ses;

import module java.base;

import dev.trellis.core.port.Hindrance;
import dev.trellis.core.port.Mailer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;

/** Sends mail by SES: one request per send, whatever happens. */
public final class SesMailer implements Mailer {

  private final SesClient ses;
  private final String configurationSet;
  private final AccountQuota quota;

  /**
   * @param ses a client that does not retry, as {@link SesClients} builds it
   * @param configurationSet whose event destination tells what became of each mail
   */
  public SesMailer(SesClient ses, String configurationSet, Clock clock) {
    this.ses = ses;
    this.configurationSet = configurationSet;
    this.quota = new AccountQuota(ses, clock);
  }

  @Override
  public Quota quota() {
    return quota.now();
  }

  /** The same as of some minutes ago at most. */
  Quota lately() {
    return quota.lately();
  }

  @Override
  public SendResult send(OutgoingMail mail) {
    try {
      return new SendResult.Accepted(ses.sendRawEmail(request(mail)).messageId());
    } catch (AwsServiceException e) {
      return answered(mail, e);
    } catch (SdkClientException e) {
      return unanswered(e);
    }
  }

  private SendRawEmailRequest request(OutgoingMail mail) {
    return SendRawEmailRequest.builder()
        .source(address(mail.from()))
        .destinations(address(mail.to()))
        .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(mail.raw())))
        .configurationSetName(configurationSet)
        .tags(tags(mail))
        .build();
  }

  private static List<MessageTag> tags(OutgoingMail mail) {
    return new TreeMap<>(mail.tags())
        .entrySet().stream()
            .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build())
            .toList();
  }

  /** The address in {@code Name <address>}: SES takes no name outside ASCII in the envelope. */
  private static String address(String mailbox) {
    int open = mailbox.lastIndexOf('<');
    int close = mailbox.lastIndexOf('>');
    return open >= 0 && close > open ? mailbox.substring(open + 1, close).strip() : mailbox;
  }

  private static SendResult answered(OutgoingMail mail, AwsServiceException e) {
    int status = e.statusCode();
    var details = e.awsErrorDetails();
    var code = details == null || details.errorCode() == null ? "" : details.errorCode();
    var reason = code.isEmpty() ? "HTTP " + status : code;
    var hindrance = SesRefusals.hindrance(address(mail.from()), e);
    if (hindrance.isPresent()) {
      return new SendResult.TryAgain(hindrance.get(), reason);
    }
    return switch (status) {
      case 408 -> new SendResult.Unknown(reason);
      default ->
          status >= 400 && status < 500 && !code.isEmpty()
              ? new SendResult.Refused(reason)
              : new SendResult.Unknown(reason);
    };
  }

  private static SendResult unanswered(SdkClientException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return new SendResult.TryAgain(Hindrance.NO_CONNECTION, cause.getClass().getSimpleName());
      }
    }
    return new SendResult.Unknown(rootOf(e).getClass().getSimpleName());
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }
}
