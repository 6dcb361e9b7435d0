package dev.trellis.console.drawing;

import java.util.List;

/** Something with a size that can be drawn below a point; ways lead in and out at its middle. */
sealed interface Shape permits Shape.Box, Shape.Column, Shape.Frame, Fork {

  int GAP = 26;

  int width();

  int height();

  void draw(Svg svg, int middle, int top);

  /** A box with text, and what stands out in it. */
  record Box(List<String> lines, List<String> people, String style) implements Shape {

    private static final int WIDTH = 232;
    private static final int PADDING = 8;

    static Box of(String text, String people, String style) {
      var shown = people.isEmpty() ? List.<String>of() : List.of(people);
      return new Box(
          Svg.wrapped(text, WIDTH - 2 * PADDING), shown, people.isEmpty() ? style : "busy");
    }

    @Override
    public int width() {
      return WIDTH;
    }

    @Override
    public int height() {
      return (lines.size() + people.size()) * Svg.LINE + 2 * PADDING;
    }

    @Override
    public void draw(Svg svg, int middle, int top) {
      svg.box(middle - WIDTH / 2, top, WIDTH, height(), style);
      svg.text(middle, top + PADDING, lines, "");
      svg.text(middle, top + PADDING + lines.size() * Svg.LINE, people, "strong");
    }
  }

  /** One after the other; an empty one is only a way down. */
  record Column(List<Shape> parts) implements Shape {

    @Override
    public int width() {
      return parts.stream().mapToInt(Shape::width).max().orElse(90);
    }

    @Override
    public int height() {
      return parts.stream().mapToInt(Shape::height).sum() + Math.max(0, parts.size() - 1) * GAP;
    }

    @Override
    public void draw(Svg svg, int middle, int top) {
      int y = top;
      for (var part : parts) {
        if (y > top) {
          svg.arrow(middle, y, y + GAP);
          y += GAP;
        }
        part.draw(svg, middle, y);
        y += part.height();
      }
    }
  }

  /** Steps inside a frame that says what holds for them all. */
  record Frame(List<String> lines, Column steps) implements Shape {

    private static final int PADDING = 16;

    static Frame of(String text, Column steps) {
      return new Frame(Svg.wrapped(text, Math.max(240, steps.width())), steps);
    }

    @Override
    public int width() {
      return Math.max(240, steps.width()) + 2 * PADDING;
    }

    @Override
    public int height() {
      return head() + steps.height() + PADDING;
    }

    private int head() {
      return PADDING + lines.size() * Svg.LINE + GAP;
    }

    @Override
    public void draw(Svg svg, int middle, int top) {
      svg.box(middle - width() / 2, top, width(), height(), "frame");
      svg.text(middle, top + PADDING / 2, lines, "strong");
      svg.arrow(middle, top + head() - GAP + 2, top + head());
      steps.draw(svg, middle, top + head());
      svg.line(middle, top + height() - PADDING, middle, top + height());
    }
  }
}
