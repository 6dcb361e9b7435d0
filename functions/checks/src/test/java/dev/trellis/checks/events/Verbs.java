package dev.trellis.checks.events;

import module java.base;

import dev.trellis.aws.ClientSettings;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Writes down what a function asks of AWS, in the words of IAM: an action, and on what. */
final class Verbs implements ClientSettings.Gate {

  private final Set<String> asked = new ConcurrentSkipListSet<>();
  private final Map<String, String> names;

  /**
   * @param names of what there is, by what it is called in requests
   */
  Verbs(Map<String, String> names) {
    this.names = names;
  }

  /** Such as {@code dynamodb:PutItem LEADS_TABLE}. */
  Set<String> asked() {
    return asked;
  }

  @Override
  public <C> C before(Class<C> service, C client) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          var isRequest = arguments != null && arguments[0] instanceof SdkRequest;
          if (method.isDefault() && (!isRequest || method.getName().endsWith("Paginator"))) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          if (isRequest) {
            note(method.getName(), (SdkRequest) arguments[0]);
          }
          return invoked(client, method, arguments);
        };
    return service.cast(
        Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, handler));
  }

  private static Object invoked(Object client, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void note(String method, SdkRequest request) {
    switch (request) {
      case TransactWriteItemsRequest all -> all.transactItems().forEach(this::note);
      case BatchGetItemRequest all ->
          all.requestItems().keySet().forEach(table -> note("dynamodb:BatchGetItem", table));
      case BatchWriteItemRequest all ->
          all.requestItems().keySet().forEach(table -> note("dynamodb:BatchWriteItem", table));
      default -> {
        var service = request.getClass().getPackageName().split("\\.")[4];
        var verb = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
        note(service + ":" + verb.replace("Batch", ""), on(request)); // SQS has no verb for batches
      }
    }
  }

  private void note(TransactWriteItem item) {
    if (item.put() != null) {
      note("dynamodb:PutItem", item.put().tableName());
    } else if (item.update() != null) {
      note("dynamodb:UpdateItem", item.update().tableName());
    } else if (item.delete() != null) {
      note("dynamodb:DeleteItem", item.delete().tableName());
    } else {
      note("dynamodb:ConditionCheckItem", item.conditionCheck().tableName());
    }
  }

  private static String on(SdkRequest request) {
    return Stream.of("TableName", "QueueUrl", "SecretId")
        .flatMap(field -> request.getValueForField(field, String.class).stream())
        .findFirst()
        .orElse("");
  }

  private void note(String action, String on) {
    asked.add((action + " " + names.getOrDefault(on, on)).strip());
  }
}
