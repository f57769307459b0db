package io.slipway.chassis.jq;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads the JQ library and its matcher of patterns with checks built in. The library knows no
 * limits and cannot be interrupted, and a thread cannot be killed; so its own code is made to ask.
 */
final class MeteredClasses extends ClassLoader {
  private static final List<String> METERED =
      List.of(
          "net.thisptr.jackson.jq.", "org.joni.", "org.jcodings.", "io.slipway.chassis.jq.engine.");
  private static final ClassDesc METER = ClassDesc.of(Meter.class.getName());
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

  private static final MethodTypeDesc OF_SIZE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

  private final ClassFile classes;

  MeteredClasses(ClassLoader parent) {
    super("metered", parent);
    this.classes =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(parent)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (METERED.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (var found = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (found == null) {
        throw new ClassNotFoundException(name);
      }
      var metered =
          classes.transformClass(
              classes.parse(found.readAllBytes()),
              ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Checks::new)));
      return defineClass(name, metered, 0, metered.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  /** A check at the start of a method, and before each jump to where it has been already. */
  private static final class Checks implements CodeTransform {
    private final Set<Label> passed = new HashSet<>();

    @Override
    public void atStart(CodeBuilder code) {
      check(code);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      switch (element) {
        case LabelTarget target -> passed.add(target.label());
        case BranchInstruction branch when passed.contains(branch.target()) -> check(code);
        case TableSwitchInstruction some when goesBack(some.defaultTarget(), some.cases()) ->
            check(code);
        case LookupSwitchInstruction some when goesBack(some.defaultTarget(), some.cases()) ->
            check(code);
        case InvokeInstruction call when makesRoom(call) -> room(code);
        case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ -> room(code);
        default -> {
          // goes forward, and needs no more room than it has
        }
      }
      code.with(element);
    }

    private boolean goesBack(Label otherwise, List<SwitchCase> cases) {
      return passed.contains(otherwise)
          || cases.stream().anyMatch(one -> passed.contains(one.target()));
    }

    /** A constructor that is told how much room to make. */
    private static boolean makesRoom(InvokeInstruction call) {
      return call.name().equalsString("<init>")
          && call.type().equalsString("(I)V")
          && call.owner().asInternalName().startsWith("java/");
    }

    private static void room(CodeBuilder code) {
      code.dup().invokestatic(METER, "room", OF_SIZE);
    }

    private static void check(CodeBuilder code) {
      code.invokestatic(METER, "check", NOTHING);
    }
  }
}
