package dev.wakerobin.stress.corpus;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.integration.RombergIntegrator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.analysis.solvers.LaguerreSolver;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.geometry.euclidean.twod.Vector2D;
import org.apache.commons.math3.geometry.euclidean.twod.hull.MonotoneChain;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.apache.commons.math3.util.FastMath;

/// Linear algebra, transforms, differential equations, optimisation and statistics with
/// commons-math3, whose class files are of Java 5.
public final class MathProgram implements Program {
  private static final int SIZE = 12;

  private final Transcript to = new Transcript();
  private final MersenneTwister random = new MersenneTwister(20_26);

  /// A run that has not begun.
  public MathProgram() {}

  @Override
  public List<String> apply(Path root) {
    algebra();
    analysis();
    motion();
    optimisation();
    statistics();
    exactly();
    return to.lines();
  }

  private double[] numbers(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextGaussian();
    }
    return numbers;
  }

  private void algebra() {
    double[][] rows = new double[SIZE][];
    for (int i = 0; i < SIZE; i++) {
      rows[i] = numbers(SIZE);
    }
    RealMatrix matrix = new Array2DRowRealMatrix(rows);
    RealMatrix symmetric = matrix.transpose().multiply(matrix);
    to.note("inverse", () -> new LUDecomposition(matrix).getSolver().getInverse().getData());
    to.note("determinant", () -> new LUDecomposition(matrix).getDeterminant());
    to.note("Q", () -> new QRDecomposition(matrix).getQ().getData());
    to.note("eigenvalues", () -> new EigenDecomposition(symmetric).getRealEigenvalues());
    to.note("general", () -> new EigenDecomposition(matrix).getImagEigenvalues());
    to.note("singular", () -> new SingularValueDecomposition(matrix).getSingularValues());
    to.note("no square", () -> new LUDecomposition(matrix.getSubMatrix(0, 2, 0, 3)));
    to.note(
        "transform",
        () ->
            new FastFourierTransformer(DftNormalization.UNITARY)
                .transform(numbers(64), TransformType.FORWARD));
    to.note(
        "no power",
        () ->
            new FastFourierTransformer(DftNormalization.UNITARY)
                .transform(numbers(60), TransformType.FORWARD));
  }

  private void analysis() {
    UnivariateFunction wave = x -> FastMath.sin(x) * FastMath.exp(-x / 7) - 0.1;
    to.note("root", () -> new BracketingNthOrderBrentSolver(1e-12, 5).solve(100, wave, 2, 4));
    to.note(
        "no root",
        () -> new BracketingNthOrderBrentSolver(1e-12, 5).solve(100, x -> x * x + 1, 2, 4));
    to.note("integral", () -> new RombergIntegrator().integrate(10_000, wave, 0, 3));
    to.note(
        "roots", () -> new LaguerreSolver().solveAllComplex(new double[] {6, -5, -2, 1, 3}, 0.3));
    to.note(
        "spline",
        () ->
            new SplineInterpolator()
                .interpolate(new double[] {0, 1, 3, 4, 7}, numbers(5))
                .value(2.5));
    to.note(
        "derivatives",
        () ->
            new DerivativeStructure(2, 3, 0, 0.7)
                .sin()
                .multiply(new DerivativeStructure(2, 3, 1, 1.3).exp())
                .getAllDerivatives());
    to.note(
        "polynomial",
        () ->
            new PolynomialFunction(numbers(5))
                .multiply(new PolynomialFunction(numbers(4)))
                .derivative()
                .toString());
    to.note("gamma", () -> Gamma.regularizedGammaP(3.3, 2.2) + Erf.erfInv(0.3));
    to.note(
        "functions",
        () ->
            new double[] {
              FastMath.pow(1.1, 33.3), FastMath.tan(1e9), FastMath.acosh(7), FastMath.cbrt(-3)
            });
  }

  private void motion() {
    FirstOrderDifferentialEquations pendulum =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return 2;
          }

          @Override
          public void computeDerivatives(double t, double[] y, double[] dot) {
            dot[0] = y[1];
            dot[1] = -FastMath.sin(y[0]) - 0.1 * y[1];
          }
        };
    to.note(
        "pendulum",
        () -> {
          double[] state = {1, 0};
          new DormandPrince853Integrator(1e-8, 1, 1e-9, 1e-9)
              .integrate(pendulum, 0, state, 20, state);
          return state;
        });
  }

  private void optimisation() {
    to.note(
        "linear",
        () ->
            new SimplexSolver()
                .optimize(
                    new LinearObjectiveFunction(new double[] {3, 5, 4}, 0),
                    new LinearConstraintSet(
                        new LinearConstraint(new double[] {2, 3, 0}, Relationship.LEQ, 8),
                        new LinearConstraint(new double[] {0, 2, 5}, Relationship.LEQ, 10),
                        new LinearConstraint(new double[] {3, 2, 4}, Relationship.LEQ, 15)),
                    GoalType.MAXIMIZE,
                    new NonNegativeConstraint(true))
                .getPoint());
    to.note(
        "valley",
        () ->
            new SimplexOptimizer(1e-9, 1e-12)
                .optimize(
                    new MaxEval(2_000),
                    new ObjectiveFunction(
                        p -> 100 * FastMath.pow(p[1] - p[0] * p[0], 2) + FastMath.pow(1 - p[0], 2)),
                    GoalType.MINIMIZE,
                    new InitialGuess(new double[] {-1.2, 1}),
                    new NelderMeadSimplex(2))
                .getPoint());
    WeightedObservedPoints points = new WeightedObservedPoints();
    double[] noise = numbers(30);
    for (int i = 0; i < noise.length; i++) {
      points.add(i, i * i * 0.5 - i + noise[i]);
    }
    to.note("fit", () -> PolynomialCurveFitter.create(3).fit(points.toList()));
  }

  private void statistics() {
    DescriptiveStatistics sample = new DescriptiveStatistics(numbers(500));
    to.note("sample", () -> sample.toString() + Double.toHexString(sample.getPercentile(37)));
    to.note("T", () -> new TDistribution(7.5).inverseCumulativeProbability(0.2));
    to.note("drawn", () -> new GammaDistribution(random, 2.5, 1.5).sample(20));
    to.note(
        "regression",
        () -> {
          OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
          regression.newSampleData(numbers(60), 15, 3);
          return regression.estimateRegressionParametersStandardErrors();
        });
  }

  private void exactly() {
    to.note(
        "hull",
        () -> {
          List<Vector2D> points = new java.util.ArrayList<>();
          for (int i = 0; i < 40; i++) {
            points.add(new Vector2D(numbers(2)));
          }
          return new MonotoneChain().findHullVertices(points);
        });
    to.note("fraction", () -> new BigFraction(1, 3).pow(20).add(new BigFraction(0.1)).reduce());
  }
}
