package dev.wakerobin.async;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says of a method that it is the body of an async function, handed over as a reference.
///
/// ```java
/// public class Steps {
///   @Body
///   public static Integer load() throws Exception {
///     return await(later()) + 1;
///   }
/// }
/// ```
///
/// In another module of the build stands `async(Steps::load)`. The compiler, which sees one of them
/// at a time, would take the await in `load` for misplaced. Nothing else depends on it: a method
/// that the same compilation hands over needs none, and calling one as an ordinary method fails as
/// before.
///
/// Some references are lambdas to the compiler, which call the method as an ordinary one: those
/// with `super::`, with variable arguments, and to a protected method of a class in another
/// package. What they refer to is no body; let it return a Future, and await that in a lambda.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Body {}
