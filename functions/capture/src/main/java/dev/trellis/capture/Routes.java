package dev.trellis.capture;

import dev.trellis.capture.PrintCode.Format;
import dev.trellis.core.event.LeadEvent;
import dev.trellis.core.http.Route;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.port.MessageQueue;
import dev.trellis.core.port.Secrets;
import dev.trellis.core.signing.KeyRing;
import java.time.InstantSource;
import java.util.List;

/** The routing table of capture (design §6). */
public final class Routes {

  private Routes() {}

  /**
   * The front door with every route.
   *
   * @param links keys of all that the front door signs
   * @param secrets of partners
   */
  public static FrontDoor frontDoor(
      Playbook playbook,
      KeyRing links,
      Secrets secrets,
      String publicUrl,
      InstantSource clock,
      MessageQueue<LeadEvent> leadEvents) {
    var desk = Desk.of(playbook, links, secrets, publicUrl, clock);
    return new FrontDoor(table(desk), desk.notices(), leadEvents);
  }

  private static List<Route<Answer>> table(Desk desk) {
    return List.of(
        new Route<>("GET", "/f/{form}", new ShowForm(desk)::show),
        new Route<>("POST", "/f/{form}", new SubmitForm(desk)::submit),
        new Route<>("OPTIONS", "/f/{form}", new AllowSubmission()::allow),
        new Route<>("GET", "/f/{form}/thanks", new ShowThanks(desk)::show),
        new Route<>("GET", "/q/{code}.svg", new PrintCode(desk, Format.SVG)::print),
        new Route<>("GET", "/q/{code}.png", new PrintCode(desk, Format.PNG)::print),
        new Route<>("GET", "/q/{code}", new ScanCode(desk)::scan),
        new Route<>("GET", "/c/{token}", new OpenContent(desk)::open),
        new Route<>("GET", "/c/{token}/file", new DownloadContent(desk)::download),
        new Route<>("POST", "/c/{token}/read", new RecordRead(desk)::record),
        new Route<>("GET", "/go/{cta}", new FollowCta(desk)::follow),
        new Route<>("POST", "/events", new AcceptEvents(desk)::accept));
  }
}
