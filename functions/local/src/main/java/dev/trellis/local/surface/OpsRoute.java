package dev.trellis.local.surface;

import module java.base;

import dev.trellis.core.http.Request;
import dev.trellis.core.http.Response;
import dev.trellis.core.json.Json;
import dev.trellis.ops.Commands;
import dev.trellis.ops.Teller;

/** The operator's commands on this machine, as {@code mvn -Pops -Dstack=local} sends them. */
record OpsRoute(Commands commands) implements Function<Request, Response> {

  @Override
  public Response apply(Request request) {
    var said = Json.parse(request.text());
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    var teller = new Teller(String.valueOf(said.get("language")), out);
    try {
      commands.run(String.valueOf(said.get("do")), teller);
    } catch (IllegalArgumentException e) {
      return Response.text(422, e.getMessage());
    }
    return Response.text(200, told.toString(StandardCharsets.UTF_8));
  }
}
