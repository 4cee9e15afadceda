package dev.afterbell.function;

import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Classes that a native function reads by reflection and that no extension registers. Without
 * {@link FunctionError} a native function that fails cannot say so: the serialisation of its error
 * fails and the process stops.
 */
@RegisterForReflection(targets = FunctionError.class)
final class NativeReflection {

  private NativeReflection() {}
}
