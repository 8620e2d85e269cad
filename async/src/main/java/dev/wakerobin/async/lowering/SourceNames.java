package dev.wakerobin.async.lowering;

/// The names that a reader of the source knows.
final class SourceNames {
  /// The object that the body belongs to: `this` is the frame.
  static final String SELF = "self";

  private static final String PREFIX = "lambda$";

  private SourceNames() {}

  /// What a variable is called in a machine: by its name, unless that means something there.
  static String variable(String name) {
    if (name.equals("this")) {
      return SELF;
    }
    return isOurs(name) ? name + "$" : name;
  }

  /// What a variable is called in the source, from the name of the field that keeps it.
  static String shown(String field) {
    if (field.equals(SELF)) {
      return "this";
    }
    int end = field.length() - 1;
    return field.charAt(end) == '$' && isOurs(field.substring(0, end))
        ? field.substring(0, end)
        : field;
  }

  private static boolean isOurs(String name) {
    return switch (name) {
      case SELF, "state", "awaiting", "awaited", "cx", "thrown" -> true;
      default -> isNumbered(name);
    };
  }

  /// `stack0`, `value1` and the like.
  private static boolean isNumbered(String name) {
    int end = name.length();
    while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    return end < name.length()
        && switch (name.substring(0, end)) {
          case "stack", "value", "copy", "local" -> true;
          default -> false;
        };
  }

  /// The method that a body stands in: `greet` for `lambda$greet$0`.
  static String method(Listing listing) {
    return method(listing.method().methodName().stringValue());
  }

  /// The same of a method's name. A compiler adds a number, and to serializable lambdas a hash:
  /// `lambda$greet$80cb813d$1`.
  static String method(String name) {
    if (!name.startsWith(PREFIX)) {
      return name;
    }
    String bare = withoutLast(name.substring(PREFIX.length()));
    int dollar = bare.lastIndexOf('$');
    return dollar > 0 && isHex(bare, dollar + 1) ? bare.substring(0, dollar) : bare;
  }

  private static boolean isHex(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String withoutLast(String name) {
    int end = name.lastIndexOf('$');
    return end <= 0 ? name : name.substring(0, end);
  }

  /// The same with its class: `Hello.greet`.
  static String function(Listing listing) {
    String host = listing.host().name();
    return host.substring(host.lastIndexOf('/') + 1) + "." + method(listing);
  }
}
