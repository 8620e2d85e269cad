package dev.wakerobin.async.lowering;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandleInfo;
import java.util.ArrayList;
import java.util.List;

/// Writes the accesses that a frame may not make itself: as `invokedynamic` calls that are linked
/// with the rights of the host class.
final class Relays {
  private static final DirectMethodHandleDesc MEMBER =
      ConstantDescs.ofCallsiteBootstrap(
          Names.RELAY,
          "member",
          ConstantDescs.CD_CallSite,
          ConstantDescs.CD_int,
          ConstantDescs.CD_Class,
          ConstantDescs.CD_Class);
  private static final DirectMethodHandleDesc DYNAMIC =
      MethodHandleDesc.ofMethod(
          DirectMethodHandleDesc.Kind.STATIC,
          Names.RELAY,
          "dynamic",
          MethodTypeDesc.of(
              ConstantDescs.CD_CallSite,
              ConstantDescs.CD_MethodHandles_Lookup,
              ConstantDescs.CD_String,
              ConstantDescs.CD_MethodType,
              ConstantDescs.CD_Object.arrayType()));

  private final HostClass host;
  private final Access access;

  Relays(HostClass host, Access access) {
    this.host = host;
    this.access = access;
  }

  boolean isNeeded(InvokeInstruction call) {
    return access.isBarred(
        call.opcode(), call.owner(), call.name().stringValue(), call.type().stringValue());
  }

  boolean isNeeded(FieldInstruction field) {
    return access.isBarred(
        field.opcode(), field.owner(), field.name().stringValue(), field.type().stringValue());
  }

  boolean isNeeded(InvokeDynamicInstruction dynamic) {
    for (LoadableConstantEntry argument : dynamic.invokedynamic().bootstrap().arguments()) {
      if (isBarred(argument)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBarred(LoadableConstantEntry argument) {
    if (argument instanceof MethodHandleEntry handle) {
      MemberRefEntry member = handle.reference();
      String name = member.name().stringValue();
      boolean special =
          handle.kind() == MethodHandleInfo.REF_invokeSpecial && !name.equals("<init>");
      return access.isBarred(
          special ? Opcode.INVOKESPECIAL : Opcode.INVOKEVIRTUAL,
          member.owner(),
          name,
          member.type().stringValue());
    }
    return false;
  }

  /// A method call; a constructor's leaves the new object.
  void write(CodeBuilder code, InvokeInstruction call) {
    ClassDesc owner = call.owner().asSymbol();
    MethodTypeDesc type = call.typeSymbol();
    String name = call.name().stringValue();
    switch (call.opcode()) {
      case INVOKESTATIC -> write(code, MethodHandleInfo.REF_invokeStatic, owner, name, type);
      case INVOKESPECIAL -> {
        if (name.equals("<init>")) {
          MethodTypeDesc making = type.changeReturnType(owner);
          write(code, MethodHandleInfo.REF_newInvokeSpecial, owner, "new", making);
        } else {
          MethodTypeDesc onHost = type.insertParameterTypes(0, host.type());
          write(code, MethodHandleInfo.REF_invokeSpecial, owner, name, onHost);
        }
      }
      default -> {
        MethodTypeDesc onOwner = type.insertParameterTypes(0, owner);
        write(code, MethodHandleInfo.REF_invokeVirtual, owner, name, onOwner);
      }
    }
  }

  void write(CodeBuilder code, FieldInstruction field) {
    ClassDesc owner = field.owner().asSymbol();
    ClassDesc value = field.typeSymbol();
    String name = field.name().stringValue();
    ClassDesc nothing = ConstantDescs.CD_void;
    switch (field.opcode()) {
      case GETSTATIC ->
          write(code, MethodHandleInfo.REF_getStatic, owner, name, MethodTypeDesc.of(value));
      case PUTSTATIC ->
          write(
              code, MethodHandleInfo.REF_putStatic, owner, name, MethodTypeDesc.of(nothing, value));
      case GETFIELD ->
          write(code, MethodHandleInfo.REF_getField, owner, name, MethodTypeDesc.of(value, owner));
      default ->
          write(
              code,
              MethodHandleInfo.REF_putField,
              owner,
              name,
              MethodTypeDesc.of(nothing, owner, value));
    }
  }

  private void write(
      CodeBuilder code, int kind, ClassDesc owner, String name, MethodTypeDesc type) {
    code.invokedynamic(DynamicCallSiteDesc.of(MEMBER, name, type, kind, host.type(), owner));
  }

  /// An `invokedynamic` of the host: its bootstrap method is called with the host's lookup. Handles
  /// that the frame may not resolve are passed as text: kind, class, name, descriptor.
  void write(CodeBuilder code, InvokeDynamicInstruction dynamic) {
    List<ConstantDesc> arguments = new ArrayList<>();
    StringBuilder spelled = new StringBuilder();
    arguments.add(host.type());
    arguments.add(dynamic.bootstrapMethod());
    for (LoadableConstantEntry argument : dynamic.invokedynamic().bootstrap().arguments()) {
      boolean barred = isBarred(argument);
      spelled.append(barred ? 'h' : '.');
      arguments.add(barred ? spell((MethodHandleEntry) argument) : argument.constantValue());
    }
    arguments.add(2, spelled.toString());
    code.invokedynamic(
        DynamicCallSiteDesc.of(
            DYNAMIC,
            dynamic.name().stringValue(),
            dynamic.typeSymbol(),
            arguments.toArray(ConstantDesc[]::new)));
  }

  private static String spell(MethodHandleEntry handle) {
    MemberRefEntry member = handle.reference();
    return handle.kind()
        + " "
        + member.owner().asInternalName().replace('/', '.')
        + " "
        + member.name().stringValue()
        + " "
        + member.type().stringValue();
  }
}
