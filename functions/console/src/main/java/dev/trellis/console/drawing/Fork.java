package dev.trellis.console.drawing;

import java.util.List;

/** A question with its answers side by side, which come together again. */
record Fork(Shape.Box question, List<Lane> lanes) implements Shape {

  private static final int BETWEEN = 20;
  private static final int HEAD = 46;

  @Override
  public int width() {
    int sum = lanes.stream().mapToInt(Lane::width).sum() + (lanes.size() - 1) * BETWEEN;
    return Math.max(question.width(), sum);
  }

  @Override
  public int height() {
    return question.height() + HEAD + tallest() + Shape.GAP / 2;
  }

  private int tallest() {
    return lanes.stream().mapToInt(l -> l.steps().height()).max().orElse(0);
  }

  @Override
  public void draw(Svg svg, int middle, int top) {
    question.draw(svg, middle, top);
    int fork = top + question.height() + 10;
    int begin = top + question.height() + HEAD;
    int join = begin + tallest() + Shape.GAP / 2;
    svg.line(middle, fork - 10, middle, fork);
    int left =
        middle - (lanes.stream().mapToInt(Lane::width).sum() + (lanes.size() - 1) * BETWEEN) / 2;
    for (var lane : lanes) {
      int x = left + lane.width() / 2;
      svg.line(middle, fork, x, fork, x, fork + 4);
      svg.text(x, fork + 4, List.of(lane.label()), "small");
      if (lane.steps().parts().isEmpty()) {
        svg.line(x, fork + 22, x, join, middle, join);
      } else {
        svg.arrow(x, fork + 22, begin);
        lane.steps().draw(svg, x, begin);
        svg.line(x, begin + lane.steps().height(), x, join, middle, join);
      }
      left += lane.width() + BETWEEN;
    }
  }

  /** One of several ways, and what is said where it begins. */
  record Lane(String label, Shape.Column steps) {
    int width() {
      return Math.max(steps.width(), Svg.width(label) + 12);
    }
  }
}
