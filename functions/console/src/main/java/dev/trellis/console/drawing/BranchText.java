package dev.trellis.console.drawing;

import dev.trellis.core.playbook.Step;

/** What stands at the way into a branch. */
record BranchText(JourneyText text) {

  String of(Step step, String branch) {
    var isRead = step instanceof Step.AwaitRead;
    return switch (branch) {
      case "then" -> isRead ? text.either("读了", "read") : text.either("是", "yes");
      case "else" ->
          step instanceof Step.Send
              ? text.either("已无可发", "none left")
              : isRead ? text.either("没读", "not read") : text.either("否", "no");
      case "sent" -> text.either("已发出", "sent");
      case "hot" -> text.either("热", "hot");
      case "warm" -> text.either("温", "warm");
      default -> text.either("冷", "cold");
    };
  }
}
