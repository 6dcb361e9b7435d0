package dev.trellis.console.drawing;

import dev.trellis.console.drawing.Fork.Lane;
import dev.trellis.console.drawing.Shape.Box;
import dev.trellis.console.drawing.Shape.Column;
import dev.trellis.console.drawing.Shape.Frame;
import dev.trellis.core.journey.Flow;
import dev.trellis.core.playbook.Block;
import dev.trellis.core.playbook.Block.Await;
import dev.trellis.core.playbook.Block.AwaitRead;
import dev.trellis.core.playbook.Block.Each;
import dev.trellis.core.playbook.Block.Send;
import dev.trellis.core.playbook.Block.Verdict;
import dev.trellis.core.playbook.Block.Wait;
import dev.trellis.core.playbook.Block.When;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A journey as a picture: its steps, its branches, and how many people wait at each. */
public final class JourneyDrawing {

  private static final int MARGIN = 16;

  private final JourneyText text;
  private final Flow flow;

  private JourneyDrawing(JourneyText text, Flow flow) {
    this.text = text;
    this.flow = flow;
  }

  /** The picture as SVG, in one language. */
  public static String svg(Journey journey, Playbook playbook, Flow flow, String language) {
    return new JourneyDrawing(new JourneyText(playbook, language), flow).svg(journey, language);
  }

  /** What lets it begin and end, in words. */
  public static String start(Journey journey, Playbook playbook, String language) {
    return new JourneyText(playbook, language).start(journey);
  }

  private String svg(Journey journey, String language) {
    var parts = new ArrayList<Shape>();
    parts.add(Box.of(text.start(journey), "", "end"));
    parts.addAll(column(journey.steps(), Place.TOP).parts());
    parts.add(Box.of(text.end(flow.ended()), "", "end"));
    var picture = new Column(parts);
    var title =
        text.in(journey.name())
            + text.either("，第 ", ", version ")
            + journey.version()
            + text.either(" 版", "");
    var heading = Svg.wrapped(title, picture.width());
    int top = MARGIN + heading.size() * Svg.LINE + MARGIN / 2;
    int width = picture.width() + 2 * MARGIN;
    var svg = new Svg();
    svg.text(width / 2, MARGIN / 2, heading, "strong");
    picture.draw(svg, width / 2, top);
    return svg.picture(
        width, top + picture.height() + MARGIN, language, title, description(journey));
  }

  private String description(Journey journey) {
    var waiting = flow.active();
    return text.start(journey)
        + text.either("。", ". ")
        + text.either(waiting + " 人正在其中。", waiting + " under way. ")
        + text.end(flow.ended());
  }

  /**
   * Where a block stands.
   *
   * @param above what its name stands below in its ids, one per round of each {@code each} around
   * @param variables that have another value in every round
   * @param isRepeated true if there is more than one round of the innermost {@code each}
   */
  private record Place(List<String> above, List<String> variables, boolean isRepeated) {
    static final Place TOP = new Place(List.of(""), List.of(), false);

    Place in(Each each) {
      var rounds =
          above.stream()
              .flatMap(
                  a -> each.values().stream().map(value -> a + each.name() + "." + value + "."))
              .toList();
      var inside = new ArrayList<>(variables);
      inside.add("$" + each.variable());
      return new Place(rounds, inside, each.values().size() > 1);
    }

    long sum(Block block, ToLongFunction<String> figure) {
      return above.stream().mapToLong(a -> figure.applyAsLong(a + block.name())).sum();
    }

    Place in(Block block, String word) {
      return new Place(
          above.stream().map(a -> a + block.name() + "." + word + ".").toList(),
          variables,
          isRepeated);
    }
  }

  private Column column(List<Block> blocks, Place place) {
    return new Column(blocks.stream().map(block -> shape(block, place)).toList());
  }

  private Shape shape(Block block, Place place) {
    if (block instanceof Each each) {
      return Frame.of(text.each(each), column(each.steps(), place.in(each)));
    }
    var lanes = lanes(block, place);
    return lanes.isEmpty() ? box(block, place, "step") : new Fork(box(block, place, "fork"), lanes);
  }

  private Box box(Block block, Place place, String style) {
    var people = place.sum(block, flow::waiting);
    var sent = place.sum(block, flow::sent);
    var figures =
        Stream.of(people == 0 ? "" : text.waiting(people), sent == 0 ? "" : text.sent(sent))
            .filter(figure -> !figure.isEmpty())
            .collect(Collectors.joining(" · "));
    var what = text.step(block, place.variables());
    var isFirstOnly = place.isRepeated() && block instanceof Wait wait && wait.firstOnly();
    return Box.of(isFirstOnly ? text.firstTimeOnly(what) : what, figures, style);
  }

  // A way that leads past all steps is a way as well.
  private List<Lane> lanes(Block block, Place place) {
    var then = place.in(block, "then");
    var otherwise = place.in(block, "else");
    var taken = place.sum(block, flow::then);
    var passed = place.sum(block, flow::otherwise);
    return switch (block) {
      case When when ->
          List.of(
              lane("是", "yes", taken, when.then(), then),
              lane("否", "no", passed, when.otherwise(), otherwise));
      case Await await ->
          List.of(
              lane("是", "yes", taken, await.then(), then),
              lane("否", "no", passed, await.otherwise(), otherwise));
      case AwaitRead read ->
          List.of(
              lane("读了", "read", taken, read.then(), then),
              lane("没读", "not read", passed, read.otherwise(), otherwise));
      case Send send when !send.otherwise().isEmpty() ->
          List.of(
              lane("已发出", "sent", 0, List.of(), then),
              lane(
                  "已无可发",
                  "none left",
                  place.sum(block, flow::skipped),
                  send.otherwise(),
                  otherwise));
      case Verdict verdict ->
          List.of(
              lane("热", "hot", 0, verdict.hot(), place.in(block, "hot")),
              lane("温", "warm", 0, verdict.warm(), place.in(block, "warm")),
              lane("冷", "cold", 0, verdict.cold(), place.in(block, "cold")));
      default -> List.of();
    };
  }

  private Lane lane(String zh, String en, long people, List<Block> blocks, Place place) {
    var way = text.either(zh, en);
    return new Lane(people == 0 ? way : way + " " + people, column(blocks, place));
  }
}
