package dev.trellis.local.template;

import module java.base;

/** Resolves CloudFormation functions to what they are on this machine. */
final class Intrinsics {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Map<String, String> parameters;
  private final Map<String, Object> conditions;
  private final PhysicalNames names;

  Intrinsics(Map<String, String> parameters, Map<String, Object> conditions, PhysicalNames names) {
    this.parameters = parameters;
    this.conditions = conditions;
    this.names = names;
  }

  /** The text of a value; {@code where} is the logical id to blame. */
  String text(String where, Object tree) {
    if (resolve(where, tree) instanceof String text) {
      return text;
    }
    throw new TemplateException(where, "has no text where one is needed", "Write one value");
  }

  boolean condition(String where, String name) {
    if (!conditions.containsKey(name)) {
      throw unknown(where, "condition " + name);
    }
    return isTrue(name, conditions.get(name));
  }

  /** The tree without any function in it; an entry that is {@code AWS::NoValue} is gone. */
  Object resolve(String where, Object tree) {
    return switch (tree) {
      case null -> null;
      case Intrinsic i -> function(where, i);
      case Map<?, ?> map -> {
        var out = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
          var resolved = resolve(where, value);
          if (!PhysicalNames.NO_VALUE.equals(resolved)) {
            out.put((String) key, resolved);
          }
        });
        yield out;
      }
      case List<?> list -> {
        var out = new ArrayList<>();
        for (var item : list) {
          var resolved = resolve(where, item);
          if (!PhysicalNames.NO_VALUE.equals(resolved)) {
            out.add(resolved);
          }
        }
        yield out;
      }
      default -> tree;
    };
  }

  private Object function(String where, Intrinsic function) {
    var argument = function.argument();
    return switch (function.name()) {
      case "Ref" -> ref(where, text(where, argument));
      case "GetAtt" -> {
        var path = list(where, argument);
        yield names.attribute(where, text(where, path.get(0)), text(where, path.get(1)));
      }
      case "Sub" -> sub(where, argument);
      case "Join" -> {
        var parts = list(where, argument);
        yield String.join(
            text(where, parts.get(0)),
            list(where, resolve(where, parts.get(1))).stream().map(p -> text(where, p)).toList());
      }
      case "Select" -> {
        var parts = list(where, argument);
        var choices = list(where, resolve(where, parts.get(1)));
        yield choices.get(Integer.parseInt(text(where, parts.get(0))));
      }
      case "Split" -> {
        var parts = list(where, argument);
        yield List.of(
            (Object[]) text(where, parts.get(1)).split(Pattern.quote(text(where, parts.get(0)))));
      }
      case "If" -> {
        var parts = list(where, argument);
        var holds = condition(where, text(where, parts.get(0)));
        yield resolve(where, parts.get(holds ? 1 : 2));
      }
      default ->
          throw new TemplateException(
              where,
              "uses !" + function.name() + ", which is not understood on this machine",
              "Use Ref, GetAtt, Sub, Join, Select, Split or If, or teach Intrinsics the function");
    };
  }

  private Object ref(String where, String name) {
    var parameter = parameters.get(name);
    return parameter != null ? parameter : names.ref(where, name);
  }

  private String sub(String where, Object argument) {
    if (argument instanceof List<?> parts) {
      @SuppressWarnings("unchecked")
      var own = (Map<String, Object>) parts.get(1);
      return sub(
          text(where, parts.get(0)),
          name -> own.containsKey(name) ? text(where, own.get(name)) : variable(where, name));
    }
    return sub(text(where, argument), name -> variable(where, name));
  }

  private static String sub(String pattern, UnaryOperator<String> variables) {
    return VARIABLE
        .matcher(pattern)
        .replaceAll(m ->
            java.util.regex.Matcher.quoteReplacement(
                m.group(1).isEmpty()
                    ? variables.apply(m.group(2).strip())
                    : "${" + m.group(2) + "}"));
  }

  private String variable(String where, String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? text(where, ref(where, name))
        : names.attribute(where, name.substring(0, dot), name.substring(dot + 1));
  }

  private boolean isTrue(String where, Object tree) {
    if (tree instanceof Intrinsic(String name, Object argument)) {
      return switch (name) {
        case "Equals" -> {
          var sides = list(where, argument);
          yield text(where, sides.get(0)).equals(text(where, sides.get(1)));
        }
        case "Not" -> !isTrue(where, list(where, argument).getFirst());
        case "And" -> list(where, argument).stream().allMatch(a -> isTrue(where, a));
        case "Or" -> list(where, argument).stream().anyMatch(a -> isTrue(where, a));
        case "Condition" -> condition(where, (String) argument);
        default -> throw unknown(where, "condition function !" + name);
      };
    }
    if (tree instanceof Map<?, ?> map && map.get("Condition") instanceof String other) {
      return condition(where, other);
    }
    throw unknown(where, "condition");
  }

  private static List<?> list(String where, Object tree) {
    if (tree instanceof List<?> list) {
      return list;
    }
    throw new TemplateException(where, "has no list where one is needed", "Write it with \"- \"");
  }

  private static TemplateException unknown(String where, String what) {
    return new TemplateException(
        where, "names the unknown " + what, "Check the spelling, or add it to the template");
  }
}
