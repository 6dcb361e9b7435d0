package dev.trellis.console.desk;

import dev.trellis.core.event.Channel;
import dev.trellis.core.event.Happening;
import dev.trellis.core.event.Happening.ErasureRequested;
import dev.trellis.core.event.Happening.Separated;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.identity.Ids;
import dev.trellis.core.json.Json;
import dev.trellis.core.port.Quarantine;
import dev.trellis.core.port.Quarantine.Refused;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Who is who, by hand: splits, erasure, export and quarantine. What changes a lead is a lead event
 * here as everywhere.
 */
public final class IdentityDesk {

  private static final Pattern LEAD =
      Pattern.compile("(GET|POST) /local/leads/([^/]+)/(split|erase|export)");
  private static final Pattern REPLAY = Pattern.compile("POST /local/quarantine/([^/]+)/replay");
  private static final String ACTOR = "local";

  private final ExportLead export;
  private final Quarantine quarantine;
  private final Consumer<String> leadEvents;
  private final InstantSource clock;

  /**
   * @param leadEvents takes a message's body and returns once it is durable
   */
  public IdentityDesk(
      ExportLead export, Quarantine quarantine, Consumer<String> leadEvents, InstantSource clock) {
    this.export = export;
    this.quarantine = quarantine;
    this.leadEvents = leadEvents;
    this.clock = clock;
  }

  /** Answers a route such as {@code POST /local/leads/L1/erase}; empty if it is not one of ours. */
  public Optional<Response> answer(Request request, String route) {
    if (route.equals("GET /local/quarantine")) {
      return Optional.of(json(200, refused().stream().map(IdentityDesk::tree).toList()));
    }
    var replay = REPLAY.matcher(route);
    if (replay.matches()) {
      return Optional.of(replay(replay.group(1)));
    }
    var lead = LEAD.matcher(route);
    return lead.matches()
        ? answer(request, lead.group(1) + " " + lead.group(3), lead.group(2))
        : Optional.empty();
  }

  /** What waits in quarantine, oldest first. */
  public List<Refused> refused() {
    return quarantine.list();
  }

  private Optional<Response> answer(Request request, String what, String lead) {
    return switch (what) {
      case "POST split" -> Optional.of(send(lead, separated(request)));
      case "POST erase" -> Optional.of(send(lead, new ErasureRequested(ACTOR, "asked for")));
      case "GET export" ->
          Optional.of(
              export
                  .export(lead)
                  .map(document -> Response.json(200, document))
                  .orElseGet(() -> json(404, Map.of("error", "there is no such lead"))));
      default -> Optional.empty();
    };
  }

  private static Separated separated(Request request) {
    if (!(Json.parse(request.text()).get("absorbed") instanceof String absorbed)) {
      throw new IllegalArgumentException("say which lead, such as {\"absorbed\": \"L…\"}");
    }
    return new Separated(ACTOR, "asked for", absorbed);
  }

  private Response send(String lead, Happening happening) {
    var event = LeadEvent.about(lead, Ids.random(), clock.instant(), Channel.SYSTEM, happening);
    leadEvents.accept(event.toJson());
    return json(202, Map.of("event", event.id()));
  }

  private Response replay(String id) {
    return quarantine.replay(id, leadEvents)
        ? json(202, Map.of("replayed", id))
        : json(404, Map.of("error", "there is no such message"));
  }

  private static Map<String, Object> tree(Refused refused) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("id", refused.id());
    tree.put("reason", refused.reason());
    tree.put("at", refused.at().toString());
    tree.put("body", refused.body());
    return tree;
  }

  private static Response json(int status, Object tree) {
    return Response.json(status, Json.compose(tree));
  }
}
