/// The build door of async functions, as goals of Maven: `lower` and `test-lower`. There is one
/// class, [dev.wakerobin.async.maven.LowerMojo], and `META-INF/maven/plugin.xml` says what it is
/// given.
package dev.wakerobin.async.maven;
