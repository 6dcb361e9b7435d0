package dev.trellis.console.drawing;

import dev.trellis.console.drawing.Fork.Lane;
import dev.trellis.console.drawing.Shape.Box;
import dev.trellis.console.drawing.Shape.Column;
import dev.trellis.console.drawing.Shape.Frame;
import dev.trellis.core.journey.Outline;
import dev.trellis.core.journey.Outline.Block;
import dev.trellis.core.journey.Outline.Each;
import dev.trellis.core.journey.Outline.Single;
import dev.trellis.core.playbook.Journey;
import dev.trellis.core.playbook.Playbook;
import dev.trellis.core.playbook.Step;
import java.util.ArrayList;
import java.util.List;

/** A journey as a picture: its steps, its branches, and how many people wait at each. */
public final class JourneyDrawing {

  private static final int MARGIN = 16;

  private final JourneyText text;
  private final Standing standing;

  private JourneyDrawing(JourneyText text, Standing standing) {
    this.text = text;
    this.standing = standing;
  }

  /** The picture as SVG, in one language. */
  public static String svg(Journey journey, Playbook playbook, Standing standing, String language) {
    var text = new JourneyText(playbook, language);
    return new JourneyDrawing(text, standing).svg(journey, language);
  }

  private String svg(Journey journey, String language) {
    var parts = new ArrayList<Shape>();
    parts.add(Box.of(text.start(journey), "", "end"));
    parts.addAll(column(Outline.of(journey).blocks(), Rounds.NONE).parts());
    parts.add(Box.of(text.end(standing.ended()), "", "end"));
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
    var waiting = standing.active();
    return text.start(journey)
        + text.either("。", ". ")
        + text.either(waiting + " 人正在其中。", waiting + " under way. ")
        + text.end(standing.ended());
  }

  /**
   * What is repeated around a block.
   *
   * @param values of the first round of each {@code each}
   * @param times how often it is all done
   */
  private record Rounds(List<String> values, int times) {
    static final Rounds NONE = new Rounds(List.of(), 1);

    Rounds of(Each each) {
      var inside = new ArrayList<>(values);
      inside.add(each.values().getFirst());
      return new Rounds(inside, times * each.values().size());
    }
  }

  private Column column(List<Block> blocks, Rounds around) {
    return new Column(blocks.stream().map(block -> shape(block, around)).toList());
  }

  private Shape shape(Block block, Rounds around) {
    return switch (block) {
      case Each each -> Frame.of(text.each(each), column(each.body(), around.of(each)));
      case Single single -> {
        var box = box(single, around);
        var branches = branches(single);
        yield branches.isEmpty()
            ? box
            : new Fork(box, branches.stream().map(b -> lane(single, b, around)).toList());
      }
    };
  }

  private Box box(Single single, Rounds around) {
    int people =
        single.rounds().stream()
            .mapToInt(step -> standing.waiting().getOrDefault(step.id(), 0))
            .sum();
    var what = text.step(single.rounds(), around.values());
    var isFirstOnly = single.rounds().size() < around.times();
    return Box.of(
        isFirstOnly ? text.firstTimeOnly(what) : what,
        people == 0 ? "" : text.waiting(people),
        branches(single).isEmpty() ? "step" : "fork");
  }

  // A way that leads past all steps is a way as well.
  private static List<String> branches(Single single) {
    return switch (single.rounds().getFirst()) {
      case Step.Verdict _ -> List.of("hot", "warm", "cold");
      case Step.When _, Step.Await _, Step.AwaitRead _ -> List.of("then", "else");
      case Step.Send _ when !single.branches().isEmpty() -> List.of("sent", "else");
      default -> List.of();
    };
  }

  private Lane lane(Single single, String branch, Rounds around) {
    return new Lane(
        new BranchText(text).of(single.rounds().getFirst(), branch),
        column(single.branches().getOrDefault(branch, List.of()), around));
  }
}
