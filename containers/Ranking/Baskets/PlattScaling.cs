namespace Recommender.Ranking.Baskets;

/// <summary>
/// Log-odds = slope × margin + intercept, by maximum likelihood over targets that are drawn in a little from 0 and 1 (Platt
/// 1999), found by Newton's method with backtracking (Lin, Lin and Weng, Machine Learning 68, 2007).
/// </summary>
internal static class PlattScaling
{
    private const int MostSteps = 100;
    private const double LeastStep = 1e-10;
    private const double Ridge = 1e-12;
    private const double Converged = 1e-9;

    /// <summary>The fit; the slope is at least 0, and 0 where margins and outcomes go against each other.</summary>
    public static (double Slope, double Intercept) Fit(CalibrationSample sample)
    {
        var positive = sample.Points.ToArray().Sum(point => point.PositiveWeight);
        var negative = sample.TotalWeight - positive;
        var targets = ((positive + 1) / (positive + 2), 1 / (negative + 2));
        var flat = Math.Log((positive + 1) / (negative + 1));
        var (slope, intercept) = Newton(sample.Points, targets, flat);
        return slope > 0 && double.IsFinite(slope) && double.IsFinite(intercept) ? (slope, intercept) : (0, flat);
    }

    private static (double Slope, double Intercept) Newton(ReadOnlySpan<CalibrationSample.Point> points, (double Yes, double No) targets, double intercept)
    {
        var slope = 0.0;
        var loss = Loss(points, targets, slope, intercept);
        for (var step = 0; step < MostSteps; step++)
        {
            var (slopeGradient, interceptGradient, ss, si, ii) = Derivatives(points, targets, slope, intercept);
            if (Math.Max(Math.Abs(slopeGradient), Math.Abs(interceptGradient)) < Converged)
            {
                break;
            }

            var determinant = (ss * ii) - (si * si);
            var slopeStep = -((ii * slopeGradient) - (si * interceptGradient)) / determinant;
            var interceptStep = -((ss * interceptGradient) - (si * slopeGradient)) / determinant;
            var descent = (slopeGradient * slopeStep) + (interceptGradient * interceptStep);
            var size = 1.0;
            for (; size >= LeastStep; size /= 2)
            {
                var tried = Loss(points, targets, slope + (size * slopeStep), intercept + (size * interceptStep));
                if (tried < loss + (0.0001 * size * descent))
                {
                    (slope, intercept, loss) = (slope + (size * slopeStep), intercept + (size * interceptStep), tried);
                    break;
                }
            }

            if (size < LeastStep)
            {
                break;
            }
        }

        return (slope, intercept);
    }

    /// <summary>Gradient and Hessian of the mean loss.</summary>
    private static (double Slope, double Intercept, double Ss, double Si, double Ii) Derivatives(
        ReadOnlySpan<CalibrationSample.Point> points, (double Yes, double No) targets, double slope, double intercept)
    {
        var (gs, gi, ss, si, ii, total) = (0.0, 0.0, Ridge, 0.0, Ridge, 0.0);
        foreach (ref readonly var point in points)
        {
            var p = 1 / (1 + Math.Exp(-((slope * point.Margin) + intercept)));
            var residual = (point.Weight * p) - Target(point, targets);
            var curvature = point.Weight * p * (1 - p);
            gs += residual * point.Margin;
            gi += residual;
            ss += curvature * point.Margin * point.Margin;
            si += curvature * point.Margin;
            ii += curvature;
            total += point.Weight;
        }

        return (gs / total, gi / total, ss / total, si / total, ii / total);
    }

    private static double Loss(ReadOnlySpan<CalibrationSample.Point> points, (double Yes, double No) targets, double slope, double intercept)
    {
        var (loss, total) = (0.0, 0.0);
        foreach (ref readonly var point in points)
        {
            var z = (slope * point.Margin) + intercept;
            // −t log p − (w − t) log(1 − p), without overflow for large |z|.
            loss += (point.Weight * (Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))))) - (Target(point, targets) * z);
            total += point.Weight;
        }

        return loss / total;
    }

    private static double Target(in CalibrationSample.Point point, (double Yes, double No) targets) =>
        (point.PositiveWeight * targets.Yes) + ((point.Weight - point.PositiveWeight) * targets.No);
}
