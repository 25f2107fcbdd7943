package org.interviewplanner.assembly;
final class Cases {
  public static void main(String[] a) {
    int bad=0, inf=0, ok=0; long t0=System.nanoTime();
    for (long seed = Long.parseLong(a[0]); seed < Long.parseLong(a[1]) && bad < 15; seed++) {
      SmallCase it = SmallCase.of(seed);
      long[] best = BruteForce.best(it.pool(), it.blueprint(), it.request());
      String want = best == null ? "none" : java.util.Arrays.toString(best);
      String got;
      try {
        Assembly x = new Assembler().assemble(new Pool(it.pool()), it.blueprint(), it.request());
        got = switch (x) { case Assembly.Assembled f -> { var v=f.report().value(); yield java.util.Arrays.toString(new long[]{v.balance(),v.deviation(),v.exposure()})+(f.proved()?"":" unproved "+f.report().bound());}
          case Assembly.Infeasible i -> "none"; case Assembly.Undecided u -> "undecided "+u.report(); };
      } catch (RuntimeException e) { got = e.toString()+" "+java.util.Arrays.toString(java.util.Arrays.copyOf(e.getStackTrace(),4)); }
      if (!got.equals(want)) { bad++; System.out.println(seed+" want "+want+" got "+got+"  sets "+it.request().sets()+" ov "+it.request().overlap()+" slots "+it.blueprint().slots()+" pool "+it.pool().size()+" "+it.blueprint().demands()+it.blueprint().targets()); }
      else if (best==null) inf++; else ok++;
    }
    System.out.println("ok "+ok+" infeasible "+inf+" bad "+bad+" in "+(System.nanoTime()-t0)/1000000+" ms");
  }
}
