package dev.trellis.capture;

import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Response;
import java.util.List;

/** What a use case decides: the response, and what has to be durable before it is given. */
public record Answer(Response response, List<LeadEvent> events) {

  public Answer {
    events = List.copyOf(events);
  }

  /** A response alone: nothing happened to any lead. */
  public static Answer of(Response response) {
    return new Answer(response, List.of());
  }

  public static Answer of(Response response, LeadEvent event) {
    return new Answer(response, List.of(event));
  }
}
