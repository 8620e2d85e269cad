package org.jspecify.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/// Stands in for the annotation of this name.
@Target({ElementType.MODULE, ElementType.PACKAGE, ElementType.TYPE})
public @interface NullMarked {}
