package dev.wakerobin.async;

import dev.wakerobin.Future;
import dev.wakerobin.async.lowering.Lambda;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/// Makes the futures of bodies like `account::close`: which method that is depends on the object.
final class VirtualBody implements FrameMaker {
  private final MethodHandle asking;
  private final ClassValue<FrameMaker> makers;

  VirtualBody(Method named, MethodHandle asking) {
    this.asking = asking;
    this.makers =
        new ClassValue<>() {
          @Override
          protected FrameMaker computeValue(Class<?> receiver) {
            return choose(named, receiver);
          }
        };
  }

  private FrameMaker choose(Method named, Class<?> receiver) {
    if (AsyncBody.class.isAssignableFrom(named.getDeclaringClass())
        || AsyncAction.class.isAssignableFrom(named.getDeclaringClass())) {
      return body -> {
        Object referred = receiver(body);
        return BodyClass.maker(referred).make(referred);
      };
    }
    if (receiver.isHidden() || Proxy.isProxyClass(receiver)) {
      return DirectBody::new; // A lambda or a proxy: that calls code, and awaits nothing itself.
    }
    Method method = Methods.called(receiver, named);
    return HostFile.OF
        .get(method.getDeclaringClass())
        .maker(method.getName(), Methods.descriptor(method), Lambda.LAMBDA, asking);
  }

  @Override
  public Future<?> make(Object body) {
    return makers.get(receiver(body).getClass()).make(body);
  }

  private Object receiver(Object body) {
    SerializedLambda lambda = Captures.ask(asking, body);
    return lambda.getCapturedArg(0);
  }
}
