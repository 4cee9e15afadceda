package dev.afterbell.faults;

import dev.afterbell.ledger.Ledger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;

/** A ledger that calls something before each of its methods, which may throw. */
public final class Intercepted {

  private Intercepted() {}

  /** Calls {@code before} with the method's name and arguments, then the real method. */
  public static Ledger ledger(Ledger real, BiConsumer<String, Object[]> before) {
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) -> {
              before.accept(method.getName(), arguments == null ? new Object[0] : arguments);
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
