namespace Pulumi;

public static partial class Output
{
    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(
        Input<T1> item1, Input<T2> item2)
        => OutputCollector.Combine(async from => (
            await from.TakeAsync(item1).ConfigureAwait(false),
            await from.TakeAsync(item2).ConfigureAwait(false)));

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => OutputCollector.Combine(async from => (
            await from.TakeAsync(item1).ConfigureAwait(false),
            await from.TakeAsync(item2).ConfigureAwait(false),
            await from.TakeAsync(item3).ConfigureAwait(false)));

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => OutputCollector.Combine(async from => (
            await from.TakeAsync(item1).ConfigureAwait(false),
            await from.TakeAsync(item2).ConfigureAwait(false),
            await from.TakeAsync(item3).ConfigureAwait(false),
            await from.TakeAsync(item4).ConfigureAwait(false)));

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5)
        => OutputCollector.Combine(async from => (
            await from.TakeAsync(item1).ConfigureAwait(false),
            await from.TakeAsync(item2).ConfigureAwait(false),
            await from.TakeAsync(item3).ConfigureAwait(false),
            await from.TakeAsync(item4).ConfigureAwait(false),
            await from.TakeAsync(item5).ConfigureAwait(false)));

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6)
        => OutputCollector.Combine(async from => (
            await from.TakeAsync(item1).ConfigureAwait(false),
            await from.TakeAsync(item2).ConfigureAwait(false),
            await from.TakeAsync(item3).ConfigureAwait(false),
            await from.TakeAsync(item4).ConfigureAwait(false),
            await from.TakeAsync(item5).ConfigureAwait(false),
            await from.TakeAsync(item6).ConfigureAwait(false)));

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => OutputCollector.Combine(async from => (
            await from.TakeAsync(item1).ConfigureAwait(false),
            await from.TakeAsync(item2).ConfigureAwait(false),
            await from.TakeAsync(item3).ConfigureAwait(false),
            await from.TakeAsync(item4).ConfigureAwait(false),
            await from.TakeAsync(item5).ConfigureAwait(false),
            await from.TakeAsync(item6).ConfigureAwait(false),
            await from.TakeAsync(item7).ConfigureAwait(false)));

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => OutputCollector.Combine(async from => (
            await from.TakeAsync(item1).ConfigureAwait(false),
            await from.TakeAsync(item2).ConfigureAwait(false),
            await from.TakeAsync(item3).ConfigureAwait(false),
            await from.TakeAsync(item4).ConfigureAwait(false),
            await from.TakeAsync(item5).ConfigureAwait(false),
            await from.TakeAsync(item6).ConfigureAwait(false),
            await from.TakeAsync(item7).ConfigureAwait(false),
            await from.TakeAsync(item8).ConfigureAwait(false)));

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2)> Tuple<T1, T2>(
        Output<T1> item1, Output<T2> item2)
        => Tuple((Input<T1>)item1, (Input<T2>)item2);

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3);

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4);

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5);

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6);

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7);

    /// <summary>One output of all values; unknown or secret where any of them is.</summary>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7, (Input<T8>)item8);
}
