package io.slipway.e2e.house;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * A notifier that dies at its first mail, as by {@code kill -9}: {@code halt.mail=before} the mail
 * server is told anything, or {@code after} its 250 and before that is written down.
 */
public class HaltAtMail {

  /** Stands in front of the mail sender, of whatever class it is; no service is imported here. */
  @Bean
  static BeanPostProcessor halting(Environment environment) {
    var before = environment.getRequiredProperty("halt.mail").equals("before");
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        var faces = bean.getClass().getInterfaces();
        return Arrays.stream(faces).anyMatch(HaltAtMail::sendsMail)
            ? Proxy.newProxyInstance(bean.getClass().getClassLoader(), faces, halting(bean, before))
            : bean;
      }
    };
  }

  private static boolean sendsMail(Class<?> face) {
    return face.getName().equals("org.springframework.mail.javamail.JavaMailSender");
  }

  private static InvocationHandler halting(Object sender, boolean before) {
    return (_, method, arguments) -> {
      var sends = method.getName().equals("send");
      if (sends && before) {
        Runtime.getRuntime().halt(137);
      }
      try {
        var answer = method.invoke(sender, arguments);
        if (sends) {
          Runtime.getRuntime().halt(137);
        }
        return answer;
      } catch (InvocationTargetException failure) {
        throw failure.getCause();
      }
    };
  }
}
