package dev.wakerobin.async;

import dev.wakerobin.Future;
import org.jspecify.annotations.Nullable;

/// What is known of the bodies of one class, which are the evaluations of one lambda expression:
/// how to make their futures. It is found out when the first of them is used.
final class BodyClass implements FrameMaker {

  /// By the lambda's class; it goes when that goes.
  static final ClassValue<BodyClass> OF =
      new ClassValue<>() {
        @Override
        protected BodyClass computeValue(Class<?> type) {
          return new BodyClass();
        }
      };

  private volatile @Nullable FrameMaker maker;

  /// Who makes the frame of that body: itself, if it was lowered before its class was loaded.
  static FrameMaker maker(Object body) {
    return body instanceof FrameMaker lowered ? lowered : OF.get(body.getClass());
  }

  @Override
  public Future<?> make(Object body) {
    FrameMaker known = maker;
    return (known == null ? prepare(body) : known).make(body);
  }

  private synchronized FrameMaker prepare(Object body) {
    FrameMaker made = maker;
    if (made == null) {
      made = LazyDoor.open(body);
      maker = made;
    }
    return made;
  }
}
