package dev.trellis.local.emulator;

import module java.base;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.embedded.DDBExceptionMappingInvocationHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/**
 * DynamoDB Local in this process, asked without HTTP, and each request as a whole on the thread
 * that may touch its file. What it cannot do throws {@link UnsupportedOperationException}.
 */
final class DirectDynamoDb implements DynamoDbClient {

  private final SqliteTables tables;
  private final LocalDBClient local;
  private final DynamoDbClient client;

  DirectDynamoDb(SqliteTables tables) {
    this.tables = tables;
    this.local = new LocalDBClient(tables, new JobsRegister(nobody(), false));
    this.client = local.dynamoDbClient();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    local.shutdown();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return answer(() -> client.batchGetItem(request));
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return answer(() -> client.batchWriteItem(request));
  }

  @Override
  public CreateTableResponse createTable(CreateTableRequest request) {
    return answer(() -> client.createTable(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return answer(() -> client.deleteItem(request));
  }

  @Override
  public DeleteTableResponse deleteTable(DeleteTableRequest request) {
    var answer = answer(() -> client.deleteTable(request));
    tables.forget(request.tableName());
    return answer;
  }

  @Override
  public DescribeTableResponse describeTable(DescribeTableRequest request) {
    return answer(() -> client.describeTable(request));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return answer(() -> client.getItem(request));
  }

  @Override
  public ListTablesResponse listTables(ListTablesRequest request) {
    return answer(() -> client.listTables(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return answer(() -> client.putItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return answer(() -> client.query(request));
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return answer(() -> client.scan(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return answer(() -> client.transactWriteItems(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return answer(() -> client.updateItem(request));
  }

  // Its background work is for streams, expiry and new indexes of old tables, none of which is used
  // here; and it holds locks while it waits for the thread of the file, which may wait for them.
  private static ExecutorService nobody() {
    var nobody =
        new ThreadPoolExecutor(
            0,
            1,
            0,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new ThreadPoolExecutor.DiscardPolicy());
    nobody.shutdown();
    return nobody;
  }

  private <T> T answer(Supplier<T> call) {
    try {
      return tables.call(call);
    } catch (DynamoDBLocalServiceException e) {
      throw refusal(e);
    }
  }

  // The emulator's own translation, which throws what the SDK would.
  private static RuntimeException refusal(DynamoDBLocalServiceException e) {
    try {
      DDBExceptionMappingInvocationHandler.handleDynamoDBLocalServiceException(e);
      return e;
    } catch (RuntimeException translated) {
      return translated;
    } catch (Throwable other) {
      return new IllegalStateException("DynamoDB Local fails", other);
    }
  }
}
