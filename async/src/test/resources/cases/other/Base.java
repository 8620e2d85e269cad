package cases.other;

public class Base {
  protected int shared = 1;
  protected static String everybodys = "a";

  protected String name() {
    return "base";
  }

  protected String inherited(String s) {
    return "inherited " + s;
  }

  protected static String helper(int i) {
    return "helper " + i;
  }

  @Override
  public String toString() {
    return "";
  }

  @Override
  protected Object clone() throws CloneNotSupportedException {
    return super.clone();
  }
}
