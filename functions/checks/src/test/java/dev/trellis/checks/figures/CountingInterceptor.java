package dev.trellis.checks.figures;

import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/**
 * Counts for the {@link Meter} that runs, if one runs. The SDK finds it in {@code
 * software/amazon/awssdk/global/handlers/execution.interceptors}, so that every client of this JVM
 * has it, also those that handlers build for themselves.
 */
public final class CountingInterceptor implements ExecutionInterceptor {

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return Meter.isRunning() ? tellingCapacity(context.request()) : context.request();
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    if (Meter.isRunning()) {
      Meter.current()
          .called(
              attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                  + " "
                  + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (Meter.isRunning()) {
      if (context.request() instanceof SendMessageBatchRequest batch) {
        Meter.current().sent(batch.entries().size());
      }
      count(context.request(), context.response());
    }
  }

  private static void wrote(Meter meter, List<ConsumedCapacity> tables) {
    for (var table : tables) {
      meter.wrote(Charge.ofTable(table));
      Charge.indexes(table).forEach(meter::indexed);
    }
  }

  private static SdkRequest tellingCapacity(SdkRequest request) {
    var total = ReturnConsumedCapacity.INDEXES;
    return switch (request) {
      case GetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case BatchWriteItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case ScanRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case UpdateItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case DeleteItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
      case DynamoDbRequest r ->
          throw new IllegalStateException("count the capacity of " + r.getClass().getSimpleName());
      default -> request;
    };
  }

  private static void count(SdkRequest request, SdkResponse response) {
    var meter = Meter.current();
    switch (response) {
      case GetItemResponse r -> meter.read(Charge.read(r.consumedCapacity()));
      case ScanResponse r -> meter.read(Charge.read(r.consumedCapacity()));
      case QueryResponse r -> meter.read(Charge.read(r.consumedCapacity()));
      case BatchGetItemResponse r -> meter.read(Charge.read((BatchGetItemRequest) request, r));
      case BatchWriteItemResponse r ->
          meter.wrote(Charge.written((BatchWriteItemRequest) request, r));
      case UpdateItemResponse r -> wrote(meter, List.of(r.consumedCapacity()));
      case PutItemResponse r -> wrote(meter, List.of(r.consumedCapacity()));
      case DeleteItemResponse r -> wrote(meter, List.of(r.consumedCapacity()));
      case TransactWriteItemsResponse r -> {
        meter.wrote(Charge.written((TransactWriteItemsRequest) request, r));
        Charge.parts((TransactWriteItemsRequest) request).forEach(meter::toldApart);
        r.consumedCapacity().forEach(table -> Charge.indexes(table).forEach(meter::indexed));
      }
      default -> {}
    }
  }
}
